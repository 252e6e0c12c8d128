import type { Article } from './article/article.ts'
import { sha256 } from './article/sha256.ts'
import { decode } from './encoding/decode.ts'
import { isPage, parseArticle } from './parse-article.ts'

/**
 * Makes an article from a file's bytes. `file` is its path below the articles' folder with `/`.
 * @throws BadFile if it cannot become an article.
 */
export async function parseFile(file: string, bytes: Uint8Array): Promise<Article> {
  return parseArticle(file, decode(bytes, isPage(file)), sha256(bytes))
}

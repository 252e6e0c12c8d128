import type { Article } from './article.ts'
import { decode } from './decode.ts'
import { parseArticle } from './parse-article.ts'
import { sha256 } from './sha256.ts'

/**
 * Makes an article of a file's bytes. `file` is its path below the articles' folder with `/`.
 * @throws BadFile when it cannot become an article.
 */
export async function parseFile(file: string, bytes: Uint8Array): Promise<Article> {
  return parseArticle(file, decode(bytes), sha256(bytes))
}

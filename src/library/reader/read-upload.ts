import type { Article } from '../../corpus/article/article.ts'
import { BadFile } from '../../corpus/article/bad-file.ts'
import { decode } from '../../corpus/encoding/decode.ts'
import type { Stated } from '../../corpus/metadata/front-matter.ts'
import { isPage } from '../../corpus/parse-article.ts'
import { parseFile } from '../../corpus/parse-file.ts'

/** A file that a moderator wants to add to the articles. */
export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
  /** Metadata that the moderator states, which replaces the file's own. */
  readonly stated: Stated
  /** Names that are not free, besides those of the articles; default none. */
  readonly reserved?: readonly string[]
}

/** The file as it would be stored, and its article. */
export interface PreparedFile {
  readonly bytes: Uint8Array
  readonly article: Article
}

const webPage = /^\s*(?:<!doctype\s+html|<html[\s>]|<\?xml[^>]*>\s*<(?:!doctype\s+html|html))/i

/** The bytes of an upload, with the stated metadata as front matter. */
async function withStated(file: string, { bytes, stated }: Upload): Promise<Uint8Array> {
  const text = decode(bytes)
  if (!isPage(file) && webPage.test(text)) {
    throw new BadFile('unsupported', 'holds a web page; give it a name that ends in .html')
  }
  if (Object.keys(stated).length === 0) return bytes
  // The YAML reader is loaded only if there is something to state.
  const { withFrontMatter } = await import('../../corpus/metadata/write-front-matter.ts')
  return new TextEncoder().encode(withFrontMatter(text, stated))
}

/**
 * Parses an upload as it would be parsed after it was added under the name `file`.
 * @throws BadFile if it cannot become an article.
 */
export async function readUpload(file: string, upload: Upload): Promise<PreparedFile> {
  const bytes = await withStated(file, upload)
  return { bytes, article: await parseFile(file, bytes) }
}

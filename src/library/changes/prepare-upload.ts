import type { Article } from '../../corpus/article.ts'
import { BadFile, copyOf } from '../../corpus/bad-file.ts'
import { decode } from '../../corpus/decode.ts'
import { parseFile } from '../../corpus/parse-file.ts'
import type { Stated } from '../../corpus/state-front-matter.ts'
import { freeArticleName, safeArticleName } from './article-name.ts'

/** A file that somebody wants to add to the articles. */
export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
  /** What is stated of it apart from what it says itself. */
  readonly stated: Stated
}

/** The same as it would be added. */
export interface PreparedUpload {
  /** Its name among the added articles. */
  readonly file: string
  /** The name that it would have if that were free, or null where it has it. */
  readonly taken: string | null
  readonly bytes: Uint8Array
  readonly article: Article
}

/** The largest file that is taken, in bytes. */
export const largestUpload = 1024 * 1024

const webPage = /^\s*(?:<!doctype\s+html|<html[\s>]|<\?xml[^>]*>\s*<(?:!doctype\s+html|html))/i
const page = /\.html$/

/** Whether two articles are copies, as the corpus tells, or differ in what stands before or between their paragraphs alone. */
function isSameText(a: Article, b: Article): boolean {
  if (a.textHash === b.textHash) return true
  if (a.paragraphs.length !== b.paragraphs.length) return false
  return a.paragraphs.every(({ text }, at) => text === b.paragraphs[at]?.text)
}

/**
 * Reads an upload as the corpus would. `articles` are those that there are, `files` every path that is in use.
 * @throws BadFile when it cannot become an article; its reason completes the sentence "FILE …".
 */
export async function prepareUpload(
  { name, bytes, stated }: Upload,
  articles: readonly Article[],
  files: readonly string[],
): Promise<PreparedUpload> {
  const own = safeArticleName(name)
  if (own === null) throw new BadFile('unsupported', 'is not a format that can be added (.txt, .md, .html)')
  if (bytes.length > largestUpload) throw new BadFile('too-large', 'is over 1 MiB; split it into smaller files')
  const decoded = decode(bytes)
  if (!page.test(own) && webPage.test(decoded)) {
    throw new BadFile('unsupported', 'holds a web page; give it a name that ends in .html')
  }
  const isStated = Object.keys(stated).length > 0
  // The YAML reader is loaded only where there is something to state.
  const text = isStated
    ? (await import('../../corpus/state-front-matter.ts')).withFrontMatter(decoded, stated)
    : decoded
  const kept = isStated ? new TextEncoder().encode(text) : bytes
  const file = freeArticleName(own, files)
  const article = await parseFile(file, kept)
  const same = articles.find((one) => isSameText(one, article))
  if (same !== undefined) throw copyOf(same.file)
  return { file, taken: file === own ? null : own, bytes: kept, article }
}

import type { Article } from '../../corpus/article/article.ts'
import { BadFile, copyOf } from '../../corpus/article/bad-file.ts'
import type { FileReader } from '../reader/file-reader.ts'
import type { PreparedFile, Upload } from '../reader/read-upload.ts'
import { freeArticleName, safeArticleName } from './article-name.ts'

/** An upload as it would be added. */
export interface PreparedUpload extends PreparedFile {
  /** Its name among the added articles. */
  readonly file: string
  /** The name that it would have if that name were free; null if it has that name. */
  readonly taken: string | null
}

/** The largest file that is accepted, in bytes. */
const maxUploadBytes = 1024 * 1024

/** Whether two articles are copies, or differ only before or between their paragraphs. */
function isSameText(a: Article, b: Article): boolean {
  if (a.textHash === b.textHash) return true
  if (a.paragraphs.length !== b.paragraphs.length) return false
  return a.paragraphs.every(({ text }, at) => text === b.paragraphs[at]?.text)
}

/**
 * Reads an upload as a reindex would read it after it was added. `articles` are the current ones, `files` are all paths in use.
 * @throws BadFile if it cannot become an article.
 */
export async function prepareUpload(
  upload: Upload,
  articles: readonly Article[],
  files: readonly string[],
  reader: FileReader,
): Promise<PreparedUpload> {
  const own = safeArticleName(upload.name)
  if (own === null) throw new BadFile('unsupported', 'is not a format that can be added (.txt, .md, .mdx, .html)')
  if (upload.bytes.length > maxUploadBytes) throw new BadFile('too-large', 'is over 1 MiB; split it into smaller files')
  const file = freeArticleName(own, files)
  const prepared = await reader.prepare(file, upload)
  const same = articles.find((one) => isSameText(one, prepared.article))
  if (same !== undefined) throw copyOf(same.file)
  return { file, taken: file === own ? null : own, ...prepared }
}

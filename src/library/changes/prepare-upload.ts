import type { Article } from '../../corpus/article/article.ts'
import { BadFile, copyOf } from '../../corpus/article/bad-file.ts'
import type { FileReader } from '../reader/file-reader.ts'
import type { PreparedFile, Upload } from '../reader/read-upload.ts'
import { freeArticleName, safeArticleName } from './article-name.ts'

/** An upload as it would be added. */
export interface PreparedUpload extends PreparedFile {
  /** Its name among the added articles. */
  readonly file: string
  /** The name that it would have if that were free, or null where it has it. */
  readonly taken: string | null
}

/** The largest file that is taken, in bytes. */
const maxUploadBytes = 1024 * 1024

/** Whether two articles are copies, as the corpus tells, or differ in what stands before or between their paragraphs alone. */
function isSameText(a: Article, b: Article): boolean {
  if (a.textHash === b.textHash) return true
  if (a.paragraphs.length !== b.paragraphs.length) return false
  return a.paragraphs.every(({ text }, at) => text === b.paragraphs[at]?.text)
}

/**
 * Reads an upload as a reindex would after it was added. `articles` are those that there are, `files` every path that is in use.
 * @throws BadFile when it cannot become an article; its reason completes the sentence "FILE …".
 */
export async function prepareUpload(
  upload: Upload,
  articles: readonly Article[],
  files: readonly string[],
  reader: FileReader,
): Promise<PreparedUpload> {
  const own = safeArticleName(upload.name)
  if (own === null) throw new BadFile('unsupported', 'is not a format that can be added (.txt, .md, .html)')
  if (upload.bytes.length > maxUploadBytes) throw new BadFile('too-large', 'is over 1 MiB; split it into smaller files')
  const file = freeArticleName(own, files)
  const prepared = await reader.prepare(file, upload)
  const same = articles.find((one) => isSameText(one, prepared.article))
  if (same !== undefined) throw copyOf(same.file)
  return { file, taken: file === own ? null : own, ...prepared }
}

import type { Article, ParagraphKind } from '../../corpus/article/article.ts'
import { BadFile } from '../../corpus/article/bad-file.ts'
import { openingWords } from '../../corpus/metadata/metadata.ts'
import { plainLine } from '../../language/tokens/normalise.ts'
import { prepareUpload } from '../../library/changes/prepare-upload.ts'
import type { Library } from '../../library/library.ts'
import type { Upload } from '../../library/reader/read-upload.ts'
import { fixedText } from '../../messages/fixed-text.ts'
import { UploadError } from './upload-error.ts'

export type { Upload }

/** What an upload would become. */
export interface UploadPreview
  extends Pick<Article, 'title' | 'titleIsOwn' | 'date' | 'outlet' | 'author' | 'url' | 'warnings'> {
  /** The name of its file, and the name that it would have if that one were free; null if it has that name. */
  readonly file: string
  readonly taken: string | null
  /** The file as it would be stored. */
  readonly bytes: Uint8Array
  readonly paragraphs: number
  /** How many paragraphs answers may come from. */
  readonly shown: number
  /** The first words of the first paragraphs. */
  readonly opening: readonly { readonly paragraph: number; readonly kind: ParagraphKind; readonly opening: string }[]
}

const maxOpeningParagraphs = 5
const openingLength = 100
const maxNameLength = 60
const searched: ReadonlySet<ParagraphKind> = new Set(['body', 'caption'])

let lastPreview: Promise<unknown> = Promise.resolve()

/**
 * Reads an uploaded file as a reindex would, and writes nothing. Previews run one at a time: a large file takes much memory.
 * @throws UploadError if it cannot become an article, or `signal` cancels the preview.
 */
export function previewUpload(library: Library, upload: Upload, signal?: AbortSignal): Promise<UploadPreview> {
  const preview = lastPreview.then(() => readPreview(library, upload, signal))
  lastPreview = preview.catch(() => undefined)
  return preview
}

async function readPreview(library: Library, upload: Upload, signal: AbortSignal | undefined): Promise<UploadPreview> {
  const { articles, skipped } = library.current
  const hidden = (await library.state()).removed.filter(({ aside }) => aside === null)
  const used = [...[...articles, ...skipped, ...hidden].map(({ file }) => file), ...(upload.reserved ?? [])]
  // This may be the thread that answers, so even a short file is read in another thread.
  const reader = library.reader({ maxHere: 0, signal })
  try {
    const { file, taken, bytes, article } = await prepareUpload(upload, articles, used, reader)
    const { title, titleIsOwn, date, outlet, author, url, warnings, paragraphs } = article
    return {
      file,
      taken,
      bytes,
      ...{ title, titleIsOwn, date, outlet, author, url, warnings },
      paragraphs: paragraphs.length,
      shown: paragraphs.filter(({ kind }) => searched.has(kind)).length,
      opening: paragraphs.slice(0, maxOpeningParagraphs).map(({ number, kind, text }) => ({
        paragraph: number,
        kind,
        opening: openingWords(text, openingLength),
      })),
    }
  } catch (error) {
    if (signal?.aborted) throw new UploadError(fixedText('upload.cancelled'))
    if (error instanceof BadFile)
      throw new UploadError(`${openingWords(plainLine(upload.name), maxNameLength)} ${error.reason}.`)
    throw error
  } finally {
    await reader.close()
  }
}

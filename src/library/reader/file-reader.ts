import type { Article } from '../../corpus/article.ts'
import { isPage } from '../../corpus/parse-article.ts'
import { parseFile } from '../../corpus/parse-file.ts'
import { type ArticleReading, readArticle } from '../article-reading.ts'
import { type PreparedFile, readUpload, type Upload } from '../changes/read-upload.ts'
import { asBadFile } from './faults.ts'
import { createReadingThread } from './reading-thread.ts'
import { restoreStored } from './stored-reading.ts'

/** How files are read. */
export interface ReadingOptions {
  /** The path of the compiled thread.ts; absent: all is read in the calling thread. */
  readonly thread?: string | undefined
  /** The last resort, in milliseconds for a file, and for each 50,000 characters that are read of one. Default 5,000. */
  readonly limitMs?: number | undefined
}

export interface FileReaderOptions extends ReadingOptions {
  /** The most bytes of a plain text, or characters of an article, that are read in the calling thread. Default 16 Ki. */
  readonly maxHere?: number | undefined
  /** Ends what is under way in the thread. */
  readonly signal?: AbortSignal | undefined
  /** Told at once, as a sentence, when reading a file fails by a fault or does not end in time. */
  readonly onFault?: ((sentence: string) => void) | undefined
}

/** Makes articles of files and readings of articles, whatever they hold: what takes long in a thread of its own. */
export interface FileReader {
  /** An article of a file's bytes. @throws BadFile when it cannot become one. */
  parse(file: string, bytes: Uint8Array): Promise<Article>
  /** The file that an upload would be added as, named `file`, and its article. @throws BadFile when it cannot become one. */
  prepare(file: string, upload: Upload): Promise<PreparedFile>
  /** What is read of an article, all of it. @throws BadFile with the reason when that fails. */
  read(article: Article): Promise<ArticleReading>
  /** The same, where the slow parts of a short article's reading are read when they are first asked for. */
  readLazily(article: Article): Promise<ArticleReading>
  /** Ends the thread, if one was needed. */
  close(): Promise<void>
}

const defaultLimitMs = 5000
/** A text of this length is read in a fraction of a second, whatever it holds; a web page is not. */
const defaultMaxHere = 16 * 1024
const charactersPerLimit = 50_000

function lengthOf({ paragraphs }: Article): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0)
}

/** A reader of files; its thread starts when it is first needed. */
export function createFileReader(options: FileReaderOptions = {}): FileReader {
  const { thread: code, limitMs = defaultLimitMs, maxHere = defaultMaxHere, signal, onFault } = options
  const thread = code === undefined ? undefined : createReadingThread(code, signal)

  /** Does the work, and makes a reason of whatever it throws. */
  async function safely<T>(file: string, work: () => T | Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      signal?.throwIfAborted()
      const bad = asBadFile(error)
      if (bad.code === 'fault') onFault?.(`${file} ${bad.reason}.`)
      throw bad
    }
  }

  async function readLazily(article: Article): Promise<ArticleReading> {
    const length = lengthOf(article)
    if (thread === undefined || length <= maxHere) return readArticle(article)
    const limit = limitMs * Math.max(1, Math.ceil(length / charactersPerLimit))
    return restoreStored(article, await thread.run({ does: 'read', article }, limit))
  }

  return {
    parse: (file, bytes) =>
      safely(file, () => {
        const isShort = !isPage(file) && bytes.length <= maxHere
        if (thread === undefined || isShort) return parseFile(file, bytes)
        return thread.run({ does: 'parse', file, bytes }, limitMs)
      }),
    prepare: (file, upload) =>
      safely(file, () =>
        thread === undefined ? readUpload(file, upload) : thread.run({ does: 'prepare', file, ...upload }, limitMs),
      ),
    read: (article) =>
      safely(article.file, async () => {
        const reading = await readLazily(article)
        // Asking for them reads them.
        void [reading.utterances, reading.reports]
        return reading
      }),
    readLazily: (article) => safely(article.file, () => readLazily(article)),
    close: async () => thread?.close(),
  }
}

import type { Article } from '../../corpus/article/article.ts'
import { isPage } from '../../corpus/parse-article.ts'
import { parseFile } from '../../corpus/parse-file.ts'
import { type ArticleReading, readArticle } from '../generation/article-reading.ts'
import { asBadFile } from './faults.ts'
import type { PreparedFile, Upload } from './read-upload.ts'
import type { ReadingThread } from './reading-thread.ts'
import type { StoredReading } from './stored-reading.ts'

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
  /**
   * The file that an upload would be added as, named `file`, and its article.
   * @throws BadFile when it cannot become one, or the article cannot be read.
   */
  prepare(file: string, upload: Upload): Promise<PreparedFile>
  /** What is read of an article, all of it. @throws BadFile with the reason when that fails. */
  read(article: Article): Promise<ArticleReading>
  /** The same, where the slow parts of a short article's reading are read when they are first asked for. */
  readLazily(article: Article): Promise<ArticleReading>
  /** Ends the thread, if one was needed. */
  close(): Promise<void>
}

const defaultLimitMs = 5000
/**
 * News text of this length is read in some 20 ms; the worst known, 1,700 quotations of one letter each, takes 1.5 s. A web page
 * of this length can take longer.
 */
const defaultMaxHere = 16 * 1024
const charactersPerLimit = 50_000

function readWhole(reading: ArticleReading): ArticleReading {
  // Asking for them reads them.
  void [reading.utterances, reading.reports]
  return reading
}

function lengthOf({ paragraphs }: Article): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0)
}

/** A reader of files; its thread starts when it is first needed. */
export function createFileReader(options: FileReaderOptions = {}): FileReader {
  const { thread: code, limitMs = defaultLimitMs, maxHere = defaultMaxHere, signal, onFault } = options
  let apart: Promise<ReadingThread> | null = null

  /** The thread. Its code is loaded when it is first needed, too: most starts need none. */
  async function thread(file: string): Promise<ReadingThread> {
    apart ??= import('./reading-thread.ts').then(({ createReadingThread }) => createReadingThread(file, signal))
    return apart
  }

  /** Does the work, and makes a reason of whatever it throws. */
  async function safely<T>(file: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      signal?.throwIfAborted()
      const bad = asBadFile(error)
      if (bad.code === 'fault') onFault?.(`${file} ${bad.reason}.`)
      throw bad
    }
  }

  /** The reading of a long article as the thread sends it; null for a short one. */
  async function readApart(article: Article): Promise<StoredReading | null> {
    const length = lengthOf(article)
    if (code === undefined || length <= maxHere) return null
    const limit = limitMs * Math.max(1, Math.ceil(length / charactersPerLimit))
    return (await thread(code)).run({ does: 'read', article }, limit)
  }

  async function readLazily(article: Article): Promise<ArticleReading> {
    const stored = await readApart(article)
    if (stored === null) return readArticle(article)
    const { restoreStored } = await import('./stored-reading.ts')
    return restoreStored(article, stored)
  }

  return {
    parse: (file, bytes) =>
      safely(file, async () => {
        const isShort = !isPage(file) && bytes.length <= maxHere
        if (code === undefined || isShort) return parseFile(file, bytes)
        return (await thread(code)).run({ does: 'parse', file, bytes }, limitMs)
      }),
    prepare: (file, upload) =>
      safely(file, async () => {
        const { bytes, article } =
          code === undefined
            ? await (await import('./read-upload.ts')).readUpload(file, upload)
            : await (await thread(code)).run({ does: 'prepare', file, ...upload }, limitMs)
        // What is read of it is not needed yet, only that it can be.
        if ((await readApart(article)) === null) readWhole(readArticle(article))
        return { bytes, article }
      }),
    read: (article) => safely(article.file, async () => readWhole(await readLazily(article))),
    readLazily: (article) => safely(article.file, () => readLazily(article)),
    close: async () => (await apart)?.close(),
  }
}

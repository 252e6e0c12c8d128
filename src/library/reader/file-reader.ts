import { availableParallelism } from 'node:os'
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
  /** The time limit in milliseconds to parse a file, and to read each 50,000 characters of its article. Default 5,000. */
  readonly limitMs?: number | undefined
}

export interface FileReaderOptions extends ReadingOptions {
  /** Plain texts of up to this many bytes, and articles of up to this many characters, are read in the calling thread. Default 16 Ki. */
  readonly maxHere?: number | undefined
  /** Cancels the task that the thread is running. */
  readonly signal?: AbortSignal | undefined
  /** Called at once, with a sentence, if a file cannot be read because of a bug, or takes too long. */
  readonly onFault?: ((sentence: string) => void) | undefined
}

/** Makes articles from files, and readings from articles. Files that may take long are sent to threads. */
export interface FileReader {
  /** The number of articles that can be read at the same time. */
  readonly concurrency: number
  /** Parses a file. @throws BadFile if it cannot become an article. */
  parse(file: string, bytes: Uint8Array): Promise<Article>
  /**
   * The bytes that an upload would be stored as under the name `file`, and its article.
   * @throws BadFile if it cannot become an article, or the article cannot be read.
   */
  prepare(file: string, upload: Upload): Promise<PreparedFile>
  /** The complete reading of an article. @throws BadFile with the reason if that fails. */
  read(article: Article): Promise<ArticleReading>
  /** The same, but the slow parts of a short article's reading are read at first use. */
  readLazily(article: Article): Promise<ArticleReading>
  /** Ends the threads that were started. */
  close(): Promise<void>
}

const defaultLimitMs = 5000
/**
 * News text of this length is read in about 20 ms. The worst known text, 1,700 quotations of one letter each, takes 1.5 s. A web page
 * of this length can take longer.
 */
const defaultMaxHere = 16 * 1024
const charactersPerLimit = 50_000
/** Each thread takes 60 to 100 MB of memory. */
const maxThreads = 2

/** A thread and the number of its tasks, including the one that is running. */
interface Lane {
  readonly thread: Promise<ReadingThread>
  tasks: number
}

function readWhole(reading: ArticleReading): ArticleReading {
  // These are getters: using them reads them.
  void [reading.utterances, reading.reports]
  return reading
}

function lengthOf({ paragraphs }: Article): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0)
}

/** A reader of files; its threads start when they are first needed. */
export function createFileReader(options: FileReaderOptions = {}): FileReader {
  const { thread: code, limitMs = defaultLimitMs, maxHere = defaultMaxHere, signal, onFault } = options
  const concurrency = code === undefined ? 1 : Math.min(maxThreads, availableParallelism())
  const lanes: Lane[] = []

  /** A free thread, a new one, or the one with the fewest tasks. Its code is loaded at first use, because most starts do not need it. */
  function laneFor(file: string): Lane {
    const [first] = lanes.toSorted((a, b) => a.tasks - b.tasks)
    if (first !== undefined && (first.tasks === 0 || lanes.length >= concurrency)) return first
    const thread = import('./reading-thread.ts').then(({ createReadingThread }) => createReadingThread(file, signal))
    const added = { thread, tasks: 0 }
    lanes.push(added)
    return added
  }

  /** Runs a task in a thread that runs the compiled thread.ts at the path `file`. */
  async function runApart<T>(file: string, task: (thread: ReadingThread) => Promise<T>): Promise<T> {
    const lane = laneFor(file)
    lane.tasks++
    try {
      return await task(await lane.thread)
    } finally {
      lane.tasks--
    }
  }

  /** Runs some work, and turns whatever it throws into a BadFile. */
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

  /** The reading of a long article, from the thread; null for a short one. */
  async function readApart(article: Article): Promise<StoredReading | null> {
    const length = lengthOf(article)
    if (code === undefined || length <= maxHere) return null
    const limit = limitMs * Math.max(1, Math.ceil(length / charactersPerLimit))
    return runApart(code, (thread) => thread.run({ does: 'read', article }, limit))
  }

  async function readLazily(article: Article): Promise<ArticleReading> {
    const stored = await readApart(article)
    if (stored === null) return readArticle(article)
    const { restoreStored } = await import('./stored-reading.ts')
    return restoreStored(article, stored)
  }

  return {
    concurrency,
    parse: (file, bytes) =>
      safely(file, async () => {
        const isShort = !isPage(file) && bytes.length <= maxHere
        if (code === undefined || isShort) return parseFile(file, bytes)
        return runApart(code, (thread) => thread.run({ does: 'parse', file, bytes }, limitMs))
      }),
    prepare: (file, upload) =>
      safely(file, async () => {
        const { bytes, article } =
          code === undefined
            ? await (await import('./read-upload.ts')).readUpload(file, upload)
            : await runApart(code, (thread) => thread.run({ does: 'prepare', file, ...upload }, limitMs))
        // Its reading is not needed yet; this only checks that it can be read.
        if ((await readApart(article)) === null) readWhole(readArticle(article))
        return { bytes, article }
      }),
    read: (article) => safely(article.file, async () => readWhole(await readLazily(article))),
    readLazily: (article) => safely(article.file, () => readLazily(article)),
    close: async () => {
      await Promise.all(lanes.map(async ({ thread }) => (await thread).close()))
    },
  }
}

import { availableParallelism } from 'node:os'
import type { Article } from '../../corpus/article/article.ts'
import { isPage } from '../../corpus/parse-article.ts'
import { parseFile } from '../../corpus/parse-file.ts'
import { type ArticleReading, lengthOf, readArticle } from '../generation/article-reading.ts'
import { asBadFile } from './faults.ts'
import { createReadQueue, type ReadQueue } from './read-queue.ts'
import type { PreparedFile, Upload } from './read-upload.ts'
import type { ReadingThread } from './reading-thread.ts'

/** How files are read. */
export interface ReadingOptions {
  /** The path of the compiled thread.ts; absent: all is read in the calling thread. */
  readonly thread?: string | undefined
  /** The time limit in milliseconds to parse a file, and to read each 50,000 characters of its article. Default 5,000. */
  readonly limitMs?: number | undefined
  /** The maximum number of threads. Default: one for each core, at most two. */
  readonly threads?: number | undefined
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
  /** The number of files that can be parsed at the same time. */
  readonly concurrency: number
  /** Parses a file. @throws BadFile if it cannot become an article. */
  parse(file: string, bytes: Uint8Array): Promise<Article>
  /**
   * The bytes that an upload would be stored as under the name `file`, and its article.
   * @throws BadFile if it cannot become an article, or the article cannot be read.
   */
  prepare(file: string, upload: Upload): Promise<PreparedFile>
  /** Reads articles completely, in the order given. Absent `isLazy`: false; true: the slow parts of short articles are read at first use. */
  readAll(articles: readonly Article[], isLazy?: boolean): ReadQueue
  /** Ends the threads that were started. Later work starts new ones. */
  close(): Promise<void>
}

const defaultLimitMs = 5000
/**
 * News text of this length is read in about 20 ms. The worst known text, 1,700 quotations of one letter each, takes 1.5 s. A web page
 * of this length can take longer.
 */
const defaultMaxHere = 16 * 1024
const charactersPerLimit = 50_000
/** Batches of articles that are with each thread or on their way, so that no thread waits for the next one. */
const batchesPerThread = 3
/** Each thread takes 60 to 100 MB of memory. */
const maxThreads = 2

/** The number of threads that read at the same time on so many cores. */
export function threadsOn(cores: number): number {
  return Math.max(1, Math.min(maxThreads, cores))
}

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

/** A reader of files; its threads start when they are first needed. */
export function createFileReader(options: FileReaderOptions = {}): FileReader {
  const { thread: code, limitMs = defaultLimitMs, maxHere = defaultMaxHere, signal, onFault } = options
  const { threads = threadsOn(availableParallelism()) } = options
  const concurrency = code === undefined ? 1 : threads
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

  const isLong = (article: Article) => code !== undefined && lengthOf(article) > maxHere

  /** Reads articles in a thread. */
  async function readApart(file: string, articles: readonly Article[]): Promise<readonly ArticleReading[]> {
    const length = articles.reduce((sum, article) => sum + lengthOf(article), 0)
    const limit = limitMs * Math.max(1, Math.ceil(length / charactersPerLimit))
    const stored = await runApart(file, (thread) => thread.run({ does: 'read', articles }, limit))
    const { restoreStored } = await import('../snapshot/stored-reading.ts')
    return articles.flatMap((article, at) => {
      const bytes = stored[at]
      return bytes === undefined ? [] : [restoreStored(article, bytes)]
    })
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
        if (code !== undefined && isLong(article)) await readApart(code, [article])
        else readWhole(readArticle(article))
        return { bytes, article }
      }),
    readAll: (articles, isLazy = false) =>
      createReadQueue({
        articles,
        safely,
        isLong,
        ahead: batchesPerThread * concurrency,
        readHere: (article) => (isLazy ? readArticle(article) : readWhole(readArticle(article))),
        readApart: code === undefined ? undefined : (some) => readApart(code, some),
      }),
    close: async () => {
      await Promise.all(lanes.splice(0).map(async ({ thread }) => (await thread).close()))
    },
  }
}

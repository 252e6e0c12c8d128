import type { Article } from '../../corpus/article/article.ts'
import { startAhead } from '../../resources/start-ahead.ts'
import { type ArticleReading, lengthOf } from '../generation/article-reading.ts'
import { asBadFile } from './faults.ts'

/** Reads articles in the order in which they are asked for, several at the same time. */
export interface ReadQueue {
  /** The reading of one of the articles. @throws BadFile with the reason if that fails. */
  readingOf(article: Article): Promise<ArticleReading>
  /** Waits until everything that was started has ended. */
  settle(): Promise<void>
}

export interface ReadQueueOptions {
  /** The articles, in the order in which they will be asked for. */
  readonly articles: readonly Article[]
  /** Whether an article is read in a thread, whatever the others are. */
  readonly isLong: (article: Article) => boolean
  /** The number of batches that are started before they are asked for. */
  readonly ahead: number
  /** Runs the reading of the article of a file, and turns whatever it throws into a BadFile. */
  readonly safely: <T>(file: string, work: () => Promise<T>) => Promise<T>
  /** Reads an article in the calling thread. */
  readonly readHere: (article: Article) => ArticleReading
  /** Reads articles in a thread, as one task; absent: there are no threads. */
  readonly readApart: ((articles: readonly Article[]) => Promise<readonly ArticleReading[]>) | undefined
}

/** Characters of short articles that are one task: reading them takes much longer than sending them. */
const batchLength = 32 * 1024
/** Up to this many characters of short articles in all are read sooner in the calling thread than a new thread loads its code. */
const maxHereInAll = 128 * 1024

/** Articles that are read as one task. */
interface Batch {
  readonly articles: Article[]
  readonly isApart: boolean
}

/** Divides articles into tasks: a long one is a task of its own, short ones share one. */
function batchesOf({ articles, isLong, readApart }: ReadQueueOptions): readonly Batch[] {
  const lengths = new Map(articles.map((article) => [article, isLong(article) ? 0 : lengthOf(article)]))
  const areMany = [...lengths.values()].reduce((sum, length) => sum + length, 0) > maxHereInAll
  const batches: Batch[] = []
  let open: { readonly batch: Batch; length: number } | null = null
  for (const article of articles) {
    const isAlone = isLong(article)
    if (isAlone || !areMany || readApart === undefined) {
      batches.push({ articles: [article], isApart: isAlone && readApart !== undefined })
      continue
    }
    if (open === null || open.length >= batchLength) {
      open = { batch: { articles: [], isApart: true }, length: 0 }
      batches.push(open.batch)
    }
    open.batch.articles.push(article)
    open.length += lengths.get(article) ?? 0
  }
  return batches
}

type Outcome = () => ArticleReading

const succeeded =
  (reading: ArticleReading): Outcome =>
  () =>
    reading
const failed =
  (error: unknown): Outcome =>
  () => {
    throw error
  }

/** Creates a queue. The readings are the same, whatever is read where. */
export function createReadQueue(options: ReadQueueOptions): ReadQueue {
  const { ahead, safely, readHere, readApart } = options
  const batches = batchesOf(options)
  const indexes = new Map(batches.flatMap(({ articles }, at) => articles.map((article) => [article, at] as const)))

  async function readOne(article: Article, isApart: boolean): Promise<Outcome> {
    try {
      const reading = await safely(article.file, async () => {
        return isApart && readApart !== undefined ? (await readApart([article]))[0] : readHere(article)
      })
      return reading === undefined ? failed(new RangeError('the article has no reading')) : succeeded(reading)
    } catch (error) {
      return failed(error)
    }
  }

  async function readBatch({ articles, isApart }: Batch): Promise<ReadonlyMap<Article, Outcome>> {
    const [first, ...others] = articles
    if (isApart && readApart !== undefined && first !== undefined && others.length > 0) {
      try {
        const readings = await readApart(articles)
        return new Map(readings.map((reading) => [reading.article, succeeded(reading)]))
      } catch {
        // One of them cannot be read: each is read alone, and only that one fails.
      }
    }
    const outcomes = new Map<Article, Outcome>()
    for (const article of articles) outcomes.set(article, await readOne(article, isApart))
    return outcomes
  }

  const { resultAt, settle } = startAhead(batches, ahead, readBatch)
  return {
    async readingOf(article) {
      const at = indexes.get(article)
      const outcome = at === undefined ? undefined : (await resultAt(at)).get(article)
      if (outcome === undefined) throw asBadFile(new RangeError('the article is not in the queue'))
      return outcome()
    },
    settle,
  }
}

import type { Article } from '../../corpus/article/article.ts'
import { CorpusError } from '../../corpus/article/corpus-error.ts'
import { asStale, type Corpus } from '../../corpus/folder/read-folder.ts'
import { once } from '../../resources/once.ts'
import { type ArticleReading, restoreReading } from '../generation/article-reading.ts'
import type { Generation, KnownReadings } from '../generation/generation.ts'
import { asBadFile } from '../reader/faults.ts'
import type { FileReader } from '../reader/file-reader.ts'

export interface ReadingsOptions {
  /** The articles' folder, for messages. */
  readonly folder: string
  readonly reader: FileReader
  /** The previous generation: the readings of its articles are reused, also for a file whose new text cannot be read. */
  readonly before: Generation | null
  /** Reads every article again. Default false. */
  readonly full?: boolean | undefined
  /** Called before each article. */
  readonly onArticle?: ((done: number, of: number) => Promise<void>) | undefined
  /**
   * If present, the slow parts of short articles are read at first use, and are empty if that fails; this function is then called
   * with a sentence about it. Absent: everything is read now.
   */
  readonly lazily?: ((sentence: string) => void) | undefined
}

/** A corpus without the articles whose reading failed, and the readings of the others. */
export interface ReadCorpus {
  readonly corpus: Corpus
  readonly readings: KnownReadings
}

function readingsOf({ parts }: Generation): KnownReadings {
  return new Map(parts.readings().map((reading) => [reading.article, reading]))
}

/** A reading whose slow parts are empty if reading them fails. */
function withoutFaults(reading: ArticleReading, onFault: (sentence: string) => void): ArticleReading {
  const orNone =
    <T>(read: () => readonly T[]) =>
    () => {
      try {
        return read()
      } catch (error) {
        onFault(`${reading.article.file} ${asBadFile(error).reason}. Its quotations and facts are missing.`)
        return []
      }
    }
  return restoreReading(reading, {
    utterances: orNone(() => reading.utterances),
    reports: orNone(() => reading.reports),
  })
}

/**
 * Reads the articles of a corpus. An article whose reading fails is replaced by that of an earlier text of its file if there is one;
 * otherwise it is skipped with the reason.
 * @throws CorpusError if no article is left.
 */
export async function readCorpusWhole(
  { articles, skipped }: Corpus,
  { folder, reader, before, full = false, onArticle, lazily }: ReadingsOptions,
): Promise<ReadCorpus> {
  const known = once(() => (before === null ? new Map() : readingsOf(before)))
  const earlier = once(() => new Map(before?.articles.map((article) => [article.file, article])))
  const unread = full ? articles : articles.filter((article) => !known().has(article))
  const queue = reader.readAll(unread, lazily !== undefined)
  const readingOf = async (article: Article): Promise<ArticleReading> => {
    const old = full ? undefined : known().get(article)
    if (old !== undefined) return old
    const reading = await queue.readingOf(article)
    return lazily === undefined ? reading : withoutFaults(reading, lazily)
  }
  const readings = new Map<Article, ArticleReading>()
  const left = [...skipped]
  for (const [done, article] of articles.entries()) {
    await onArticle?.(done, articles.length).catch(async (error: unknown) => {
      await queue.settle()
      throw error
    })
    try {
      readings.set(article, await readingOf(article))
    } catch (error) {
      const fault = asBadFile(error)
      const old = earlier().get(article.file)
      const reading = old && known().get(old)
      // The earlier article takes its place only if it has the same id.
      if (old === undefined || reading === undefined || old.id !== article.id) {
        left.push({ file: article.file, code: fault.code, reason: fault.reason })
      } else {
        readings.set(old, reading)
        left.push(asStale(article.file, fault))
      }
    }
  }
  const [first] = left
  if (readings.size === 0 && first !== undefined && articles.length > 0) {
    throw new CorpusError(folder, `No article can be read (${first.file} ${first.reason}): at least one must remain.`)
  }
  return { corpus: { articles: [...readings.keys()], skipped: left }, readings }
}

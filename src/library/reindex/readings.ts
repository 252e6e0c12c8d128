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
  /** The generation before: what was read of its articles is not read again, and stays where the new text of a file cannot be read. */
  readonly before: Generation | null
  /** Reads every article again. Default false. */
  readonly full?: boolean | undefined
  /** Called before each article. */
  readonly onArticle?: ((done: number, of: number) => Promise<void>) | undefined
  /**
   * Leaves the slow parts of short articles until they are first asked for, and is told, as a sentence, when reading one fails:
   * it has none of them then. Absent: all is read now.
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

/** A reading whose slow parts are empty where reading them fails. */
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
 * Reads what the articles of a corpus hold. An article whose reading fails is left out with the reason; the one that was made of an
 * earlier text of its file stays instead, if there is one.
 * @throws CorpusError when no article is left.
 */
export async function readCorpusWhole(
  { articles, skipped }: Corpus,
  { folder, reader, before, full = false, onArticle, lazily }: ReadingsOptions,
): Promise<ReadCorpus> {
  const known = once(() => (before === null ? new Map() : readingsOf(before)))
  const earlier = once(() => new Map(before?.articles.map((article) => [article.file, article])))
  const read = async (article: Article): Promise<ArticleReading> =>
    lazily === undefined ? reader.read(article) : withoutFaults(await reader.readLazily(article), lazily)
  const readings = new Map<Article, ArticleReading>()
  const left = [...skipped]
  for (const [done, article] of articles.entries()) {
    await onArticle?.(done, articles.length)
    try {
      readings.set(article, (full ? undefined : known().get(article)) ?? (await read(article)))
    } catch (error) {
      const fault = asBadFile(error)
      const old = earlier().get(article.file)
      const reading = old && known().get(old)
      // An article that has another id now would be another one to all that was read of it.
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

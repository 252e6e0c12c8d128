import type { Article } from '../../corpus/article/article.ts'
import { numbering } from '../../resources/numbers/numbering.ts'
import { once } from '../../resources/once.ts'
import {
  type ArticleReading,
  type ArticleWords,
  restoreReading,
  type StoredReading,
} from '../generation/article-reading.ts'
import { readGraph } from './graph-reader.ts'
import { writeGraph } from './graph-writer.ts'
import { type PackedReports, packReports, unpackReports } from './packed/packed-reports.ts'
import { type PackedUtterances, packUtterances, unpackUtterances } from './packed/packed-utterances.ts'

interface SlowValues {
  /** The words of both. */
  readonly words: readonly string[]
  readonly utterances: PackedUtterances
  readonly reports: PackedReports
}

const targetsIn = (article: Article): readonly object[] => [article, ...article.paragraphs]
const bufferOn = ({ buffer, byteOffset, byteLength }: Uint8Array) => Buffer.from(buffer, byteOffset, byteLength)

/** Encodes a reading, which reads all of it now. */
export function storeReading(reading: ArticleReading): StoredReading {
  if (reading.stored !== undefined) return reading.stored
  const { article, utterances, reports } = reading
  const words = numbering<string>()
  const packed = { utterances: packUtterances(utterances, words), reports: packReports(reports, words) }
  const slow: SlowValues = { words: words.all(), ...packed }
  // Copies, because `writeGraph` returns part of a larger buffer, and all of that would be sent or kept.
  return {
    words: new Uint8Array(writeGraph(reading.words(), [])),
    slowParts: new Uint8Array(writeGraph(slow, targetsIn(article))),
  }
}

/** Decodes a reading of the same article. The bytes must be unchanged, and written by the same code. */
export function restoreStored(article: Article, stored: StoredReading): ArticleReading {
  const slow = once(() => {
    const values = readGraph<SlowValues>(bufferOn(stored.slowParts), targetsIn(article))
    const { words: all, utterances, reports } = values
    return { utterances: unpackUtterances(utterances, all), reports: unpackReports(article, reports, all) }
  })
  const words = () => readGraph<ArticleWords>(bufferOn(stored.words), [])
  return restoreReading(
    { article, words },
    { utterances: () => slow().utterances, reports: () => slow().reports },
    stored,
  )
}

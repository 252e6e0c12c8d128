import type { Article } from '../../corpus/article/article.ts'
import {
  type PackedSentences,
  packSentences,
  type SentenceInText,
  unpackSentences,
} from '../../language/analysis/packed-sentences.ts'
import type { Sentence } from '../../language/analysis/sentence.ts'
import type { Claim } from '../../reading/facts/extract/claim.ts'
import { once } from '../../resources/once.ts'
import {
  type ArticleReading,
  type ArticleWords,
  restoreReading,
  type StoredReading,
} from '../generation/article-reading.ts'
import { readGraph } from './graph-reader.ts'
import { writeGraph } from './graph-writer.ts'
import { type PackedUtterances, packUtterances, unpackUtterances } from './packed-utterances.ts'

/** A report as it is stored: its sentence is an index, its article and own index follow from its place. */
interface StoredReport extends Pick<Claim, 'paragraph' | 'content' | 'setting' | 'source' | 'isMain'> {
  readonly sentence: number
  readonly start: number
  readonly end: number
}

interface SlowValues {
  readonly utterances: PackedUtterances
  readonly sentences: PackedSentences
  readonly reports: readonly StoredReport[]
}

const targetsIn = (article: Article): readonly object[] => [article, ...article.paragraphs]
const bufferOn = ({ buffer, byteOffset, byteLength }: Uint8Array) => Buffer.from(buffer, byteOffset, byteLength)

function storedReports(reports: readonly Claim[]): Pick<SlowValues, 'sentences' | 'reports'> {
  const indexes = new Map<Sentence, number>()
  const sentences: SentenceInText[] = []
  const indexOf = ({ sentence, paragraph }: Claim): number => {
    const known = indexes.get(sentence)
    if (known !== undefined) return known
    indexes.set(sentence, indexes.size)
    return sentences.push({ text: paragraph, sentence }) - 1
  }
  const stored = reports.map((report): StoredReport => {
    const { paragraph, focus, content, setting, source, isMain } = report
    return {
      sentence: indexOf(report),
      paragraph,
      start: focus.start,
      end: focus.end,
      content,
      setting,
      source,
      isMain,
    }
  })
  return { sentences: packSentences(sentences), reports: stored }
}

function restoreReports(article: Article, { sentences, reports }: SlowValues): readonly Claim[] {
  const restored = unpackSentences(sentences)
  return reports.map(({ sentence: at, paragraph, start, end, content, setting, source, isMain }, index): Claim => {
    const sentence = restored[at]
    if (sentence === undefined) throw new RangeError(`there is no sentence ${at}`)
    return { article, index, paragraph, sentence, focus: { start, end }, content, setting, source, isMain }
  })
}

/** Encodes a reading, which reads all of it now. */
export function storeReading(reading: ArticleReading): StoredReading {
  if (reading.stored !== undefined) return reading.stored
  const { article, utterances, reports } = reading
  const slow: SlowValues = { utterances: packUtterances(utterances), ...storedReports(reports) }
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
    return { utterances: unpackUtterances(values.utterances), reports: restoreReports(article, values) }
  })
  const words = () => readGraph<ArticleWords>(bufferOn(stored.words), [])
  return restoreReading(
    { article, words },
    { utterances: () => slow().utterances, reports: () => slow().reports },
    stored,
  )
}

import type { Article } from '../../corpus/article/article.ts'
import type { Claim } from '../../reading/facts/extract/claim.ts'
import type { Utterance } from '../../reading/statements/utterances.ts'
import { once } from '../../resources/once.ts'
import { type ArticleReading, restoreReading } from '../generation/article-reading.ts'
import { readGraph } from '../snapshot/graph-reader.ts'
import { writeGraph } from '../snapshot/graph-writer.ts'

/** The reading of an article as bytes, without the article. */
export interface StoredReading {
  readonly words: Uint8Array
  readonly slowParts: Uint8Array
}

type Words = Pick<ArticleReading, 'passages' | 'words'>

interface SlowValues {
  readonly utterances: readonly Utterance[]
  readonly reports: readonly Claim[]
}

const targetsIn = (article: Article): readonly object[] => [article, ...article.paragraphs]
const bufferOn = ({ buffer, byteOffset, byteLength }: Uint8Array) => Buffer.from(buffer, byteOffset, byteLength)

/** Encodes a reading, which reads all of it now. */
export function storeReading({ article, passages, words, utterances, reports }: ArticleReading): StoredReading {
  const own: Words = { passages, words }
  const slow: SlowValues = { utterances, reports }
  // Copies, because `writeGraph` returns part of a larger buffer, and all of that would be sent.
  return {
    words: new Uint8Array(writeGraph(own, [])),
    slowParts: new Uint8Array(writeGraph(slow, targetsIn(article))),
  }
}

/** Decodes a reading of the same article. The bytes must be unchanged, and written by the same code. */
export function restoreStored(article: Article, stored: StoredReading): ArticleReading {
  const { passages, words } = readGraph<Words>(bufferOn(stored.words), [])
  const slow = once(() => readGraph<SlowValues>(bufferOn(stored.slowParts), targetsIn(article)))
  return restoreReading(
    { article, passages, words },
    { utterances: () => slow().utterances, reports: () => slow().reports },
  )
}

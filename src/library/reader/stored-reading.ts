import type { Article } from '../../corpus/article/article.ts'
import type { Claim } from '../../reading/facts/extract/claim.ts'
import type { Utterance } from '../../reading/statements/utterances.ts'
import { once } from '../../resources/once.ts'
import { type ArticleReading, restoreReading } from '../generation/article-reading.ts'
import { readGraph } from '../snapshot/graph-reader.ts'
import { writeGraph } from '../snapshot/graph-writer.ts'

/** The reading of an article as bytes, apart from the article. */
export interface StoredReading {
  readonly words: Uint8Array
  readonly slowParts: Uint8Array
}

type Words = Pick<ArticleReading, 'passages' | 'words'>

interface SlowParts {
  readonly utterances: readonly Utterance[]
  readonly reports: readonly Claim[]
}

const targetsIn = (article: Article): readonly object[] => [article, ...article.paragraphs]
const bufferOn = ({ buffer, byteOffset, byteLength }: Uint8Array) => Buffer.from(buffer, byteOffset, byteLength)

/** A reading as bytes. All of it is read now. */
export function storeReading({ article, passages, words, utterances, reports }: ArticleReading): StoredReading {
  const own: Words = { passages, words }
  const slow: SlowParts = { utterances, reports }
  // Copies: what `writeGraph` gives is part of a larger buffer, all of which would be sent.
  return {
    words: new Uint8Array(writeGraph(own, [])),
    slowParts: new Uint8Array(writeGraph(slow, targetsIn(article))),
  }
}

/** The reading that was stored, of the same article. It must be unchanged, and stored by this very code. */
export function restoreStored(article: Article, stored: StoredReading): ArticleReading {
  const { passages, words } = readGraph<Words>(bufferOn(stored.words), [])
  const slow = once(() => readGraph<SlowParts>(bufferOn(stored.slowParts), targetsIn(article)))
  return restoreReading(
    { article, passages, words },
    { utterances: () => slow().utterances, reports: () => slow().reports },
  )
}

import type { MiniSearchIndex } from './minisearch-index.ts'
import type { ParagraphIndex } from './paragraph-index.ts'
import { queryTerms } from './query-terms.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A paragraph index in this process. The vocabulary is that of the indexed texts; it is built at the first search. */
export function createLocalIndex(index: MiniSearchIndex, vocabulary: () => Vocabulary): ParagraphIndex {
  return {
    size: index.size,
    async search({ terms, counted = [], filter, limit = Number.POSITIVE_INFINITY }) {
      const matched = queryTerms(terms, index, vocabulary())
      const frequencies = counted.map((term) => [term, index.frequency(term)] as const)
      return {
        terms: matched,
        candidates: index.score(
          matched.flatMap(({ matches }) => matches),
          { filter, limit },
        ),
        documentFrequencies: new Map(frequencies.filter(([, frequency]) => frequency > 0)),
      }
    },
  }
}

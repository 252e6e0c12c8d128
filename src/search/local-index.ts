import { once } from '../resources/once.ts'
import { articleRange, budgetOf, defaultBudget, hitsOf, soughtTerms } from './hits.ts'
import type { MiniSearchIndex } from './minisearch-index.ts'
import type { Hit, ParagraphIndex, SearchRequest } from './paragraph-index.ts'
import { postingReader } from './posting-sums.ts'
import { keysOfTerms } from './postings/posting-lists.ts'
import { countedFrequencies, type QueryTerm, queryTerms } from './terms/query-terms.ts'
import type { Vocabulary } from './terms/vocabulary.ts'

/**
 * A paragraph index in this process. The vocabulary is that of the indexed texts; it is built at the first search. `articleStarts` are the keys
 * of the first paragraphs of articles, ascending.
 */
export function createLocalIndex(
  index: MiniSearchIndex,
  vocabulary: () => Vocabulary,
  articleStarts: Uint32Array,
  budget = defaultBudget,
): ParagraphIndex {
  const reader = once(() => postingReader(index.size))

  const findHits = (terms: readonly QueryTerm[], request: SearchRequest): readonly Hit[] => {
    if (request.limit === 0) return []
    const sought = soughtTerms(terms, index.placeOf)
    const sums = reader()(
      index.lists,
      sought,
      request.filter ?? { start: 0, end: index.size },
      request.among === undefined ? null : Uint32Array.from(request.among),
      budgetOf(request, budget),
    )
    return hitsOf(sums, index.score, sought, (key) => articleRange(articleStarts, index.size, key), request)
  }

  return {
    size: index.size,
    async search(request) {
      const terms = queryTerms(request.terms, index, vocabulary())
      const documentFrequencies = countedFrequencies(request.counted, index)
      return { terms, candidates: findHits(terms, request), documentFrequencies }
    },
    async containing(terms) {
      return keysOfTerms(index.lists, terms, index.placeOf)
    },
  }
}

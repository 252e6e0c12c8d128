import { once } from '../resources/once.ts'
import type { MiniSearchIndex } from './minisearch-index.ts'
import type { Hit, KeyRange, ParagraphIndex, SearchRequest } from './paragraph-index.ts'
import { firstFrom } from './posting-map.ts'
import { postingReader } from './posting-sums.ts'
import { bitsOfTerms, type QueryTerm, queryTerms } from './query-terms.ts'
import type { TermBits, WeightedTerm } from './term-statistics.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * The number of postings that a search reads, the rarest terms first. Reading them takes half a millisecond; a question about 100,000
 * paragraphs rarely has more.
 */
const defaultBudget = 50_000
/** Paragraphs that MiniSearch scores beyond the limit: its sums may differ from those of the choice in the last bit. */
const margin = 16

/** The terms that the query's terms match, each with its weight and the bits of these terms. */
function soughtTerms(terms: readonly QueryTerm[]): ReadonlyMap<string, WeightedTerm & { readonly bits: TermBits }> {
  const bitsOf = bitsOfTerms(terms)
  const matched = terms.flatMap(({ matches }) => matches)
  return new Map(matched.map((match) => [match.term, { ...match, bits: bitsOf.get(match.term) ?? 0 }]))
}

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
  const reader = once(() => postingReader(index.toData()))

  /** The keys of the paragraphs of the article that the paragraph with this key belongs to. */
  const articleOf = (key: number): KeyRange => {
    const next = firstFrom(articleStarts, key + 1, 0, articleStarts.length)
    return { start: articleStarts[next - 1] ?? 0, end: articleStarts[next] ?? index.size }
  }

  const findHits = (
    terms: readonly QueryTerm[],
    { filter, among, limit = Number.POSITIVE_INFINITY }: SearchRequest,
  ): readonly Hit[] => {
    if (limit === 0) return []
    const sought = soughtTerms(terms)
    const sums = reader()(
      [...sought.values()].map(({ term, ...rest }) => ({ ...rest, place: index.placeOf(term) })),
      filter ?? { start: 0, end: index.size },
      among === undefined ? null : Uint32Array.from(among),
      limit === Number.POSITIVE_INFINITY || among !== undefined ? Number.POSITIVE_INFINITY : budget,
    )
    const isWhole = filter === undefined && among === undefined && sums.isWhole && sums.count <= limit + margin
    const scored = index.score([...sought.values()], isWhole ? null : sums.best(limit + margin))
    const inArticles = new Map<number, TermBits>()
    return scored.slice(0, Math.min(limit, scored.length)).map(({ key, score, terms: held }) => {
      const { start, end } = articleOf(key)
      const inArticle = inArticles.get(start) ?? sums.bitsIn(start, end)
      inArticles.set(start, inArticle)
      return {
        key,
        score,
        held: held.reduce((bits, term) => bits | (sought.get(term)?.bits ?? 0), 0),
        heldBefore: sums.bitsIn(Math.max(start, key - 2), key),
        heldAfter: sums.bitsIn(Math.min(end, key + 1), Math.min(end, key + 2)),
        heldInArticle: inArticle,
      }
    })
  }

  return {
    size: index.size,
    async search(request) {
      const { terms, counted = [] } = request
      const matched = queryTerms(terms, index, vocabulary())
      const frequencies = counted.map((term) => [term, index.frequency(term)] as const)
      return {
        terms: matched,
        candidates: findHits(matched, request),
        documentFrequencies: new Map(frequencies.filter(([, frequency]) => frequency > 0)),
      }
    },
  }
}

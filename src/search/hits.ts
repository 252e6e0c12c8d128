import type { Scorer } from './minisearch-index.ts'
import type { Hit, KeyRange, SearchRequest } from './paragraph-index.ts'
import type { PostingSums, SoughtTerm } from './posting-sums.ts'
import { firstFrom } from './postings/posting-map.ts'
import { bitsOfTerms, type QueryTerm } from './terms/query-terms.ts'
import type { TermBits } from './terms/term-statistics.ts'

/**
 * The number of postings that a search reads, the rarest terms first. Reading them takes half a millisecond; a question about 100,000
 * paragraphs rarely has more.
 */
export const defaultBudget = 50_000
/** Paragraphs that MiniSearch scores beyond the limit: its sums may differ from those of the choice in the last bit. */
const margin = 16

/** A term of the index that a search looks for. */
export interface SoughtMatch extends SoughtTerm {
  readonly term: string
}

/** The terms that the query's terms match, each with its weight and the bits of these. */
export function soughtTerms(terms: readonly QueryTerm[], placeOf: (term: string) => number): readonly SoughtMatch[] {
  const bitsOf = bitsOfTerms(terms)
  const matches = new Map(terms.flatMap(({ matches }) => matches).map((match) => [match.term, match]))
  return [...matches.values()].map((match) => ({
    ...match,
    place: placeOf(match.term),
    bits: bitsOf.get(match.term) ?? 0,
  }))
}

/** The budget of a request: a search for everything, or among given paragraphs, has none. */
export function budgetOf({ among, limit = Number.POSITIVE_INFINITY }: SearchRequest, budget: number): number {
  return limit === Number.POSITIVE_INFINITY || among !== undefined ? Number.POSITIVE_INFINITY : budget
}

/** The number of paragraphs that are scored for a request. */
export function scoredCount({ limit = Number.POSITIVE_INFINITY }: SearchRequest): number {
  return limit + margin
}

/** The keys of the paragraphs of the article that a paragraph belongs to, by the keys of the first paragraphs of all articles. */
export function articleRange(articleStarts: Uint32Array, size: number, key: number): KeyRange {
  const next = firstFrom(articleStarts, key + 1, 0, articleStarts.length)
  return { start: articleStarts[next - 1] ?? 0, end: articleStarts[next] ?? size }
}

/** The hits of a request whose lists were read into `sums`. */
export function hitsOf(
  sums: PostingSums,
  score: Scorer,
  sought: readonly SoughtMatch[],
  articleOf: (key: number) => KeyRange,
  request: SearchRequest,
): readonly Hit[] {
  const { filter, among, limit = Number.POSITIVE_INFINITY } = request
  const maxScored = scoredCount(request)
  const isWhole = filter === undefined && among === undefined && sums.isWhole && sums.count <= maxScored
  const scored = score(sought, isWhole ? null : sums.best(maxScored))
  const bitsOf = new Map(sought.map(({ term, bits }) => [term, bits]))
  const inArticles = new Map<number, TermBits>()
  return scored.slice(0, Math.min(limit, scored.length)).map(({ key, score: value, terms: held }) => {
    const { start, end } = articleOf(key)
    const inArticle = inArticles.get(start) ?? sums.bitsIn(start, end)
    inArticles.set(start, inArticle)
    return {
      key,
      score: value,
      held: held.reduce((bits, term) => bits | (bitsOf.get(term) ?? 0), 0),
      heldBefore: sums.bitsIn(Math.max(start, key - 2), key),
      heldAfter: sums.bitsIn(Math.min(end, key + 1), Math.min(end, key + 2)),
      heldInArticle: inArticle,
    }
  })
}

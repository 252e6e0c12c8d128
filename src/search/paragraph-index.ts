import type { Keys } from './postings/stored-index.ts'
import type { QueryWord } from './query/compounds.ts'
import type { QueryTerm } from './terms/query-terms.ts'
import type { TermBits } from './terms/term-statistics.ts'

/** The paragraphs whose keys are `start` or greater and less than `end`. An article's paragraphs have consecutive keys. */
export interface KeyRange {
  readonly start: number
  readonly end: number
}

/** A search request. Plain data, so that the index may be on another machine. */
export interface SearchRequest {
  /** The terms of a query, in query order. */
  readonly terms: readonly QueryWord[]
  /** Further terms to count documents for. Default: none. */
  readonly counted?: readonly string[] | undefined
  /** Restricts the candidates. Default: all paragraphs. */
  readonly filter?: KeyRange | undefined
  /** Restricts the candidates to these keys, ascending. Other paragraphs then count as if they were empty. Default: all paragraphs. */
  readonly among?: readonly number[] | undefined
  /** The maximum number of candidates. Default: no limit. */
  readonly limit?: number | undefined
}

/** A paragraph that contains some of the terms; a higher score is a better match within one search. */
export interface Hit {
  /** The paragraph's position in its generation, from 0. */
  readonly key: number
  readonly score: number
  /** The terms that it contains. */
  readonly held: TermBits
  /** The terms that the two paragraphs before it in its article contain, the one after it, and all of its article. */
  readonly heldBefore: TermBits
  readonly heldAfter: TermBits
  readonly heldInArticle: TermBits
}

export interface SearchResult {
  /** The distinct terms of the query and their matches, at most 12 (the rarest). */
  readonly terms: readonly QueryTerm[]
  /**
   * The best of the paragraphs that contain one of the terms, best first; ties by key. In a large index, words that are frequent in it only
   * add to the scores of paragraphs with rarer words (docs/decisions/0007-candidates.md).
   */
  readonly candidates: readonly Hit[]
  /** The number of paragraphs that contain each of the counted terms; terms that occur in none are missing. */
  readonly documentFrequencies: ReadonlyMap<string, number>
}

/** An immutable index of paragraphs by their terms. */
export interface ParagraphIndex {
  /** The number of paragraphs. */
  readonly size: number
  /** Matches the terms of a query with those of the index, and finds the paragraphs that contain them, all in one call. */
  search(request: SearchRequest): Promise<SearchResult>
  /**
   * The keys of the paragraphs that contain each of some terms in their text or in the titles above them, ascending; terms that are not in the
   * index are missing.
   */
  containing(terms: readonly string[]): Promise<ReadonlyMap<string, Keys>>
}

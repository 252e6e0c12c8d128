/** The number of paragraphs that terms occur in. */
export interface TermStatistics {
  /** The number of paragraphs. */
  readonly size: number
  /** The number of paragraphs whose text contains a term. */
  frequency(term: string): number
}

/** Looks up terms by their statistics and their spelling. */
export interface TermLookup extends TermStatistics {
  /** The indexed terms that a term missing from the index may be a typo or a prefix of, in alphabetical order. */
  neighbours(term: string): readonly string[]
}

/** Also says where terms are. */
export interface TermIndex extends TermLookup {
  /** The keys of the paragraphs from `start` to before `end` whose text contains a term, ascending. */
  keysIn(term: string, start: number, end: number): Uint32Array
}

/** A term that a paragraph may contain, and the weight of finding it (0 to 1). */
export interface WeightedTerm {
  readonly term: string
  readonly weight: number
}

/** How rare a term is: ln(1 + (N - n + 0.5) / (n + 0.5)), the inverse document frequency of BM25. */
export function inverseFrequency(statistics: TermStatistics, term: string): number {
  const n = statistics.frequency(term)
  return Math.log(1 + (statistics.size - n + 0.5) / (n + 0.5))
}

/** Which terms of a search a text contains: bit i for the i-th of the result. There are at most twelve. */
export type TermBits = number

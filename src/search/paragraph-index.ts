/** What of a paragraph is searched. */
export interface IndexedParagraph {
  /** The paragraph's position in its generation, from 0. */
  readonly key: number
  /** The terms of its text, in order. */
  readonly terms: readonly string[]
  /** The terms of the article's title and of the heading above the paragraph. */
  readonly titleTerms: readonly string[]
}

/** A term that a paragraph may hold, and how much finding it counts (0 to 1). */
export interface WeightedTerm {
  readonly term: string
  readonly weight: number
}

/** A paragraph that holds some of the terms asked for; a higher score is a better match within one search. */
export interface Hit {
  readonly key: number
  readonly score: number
  /** Which of the terms asked for it holds. */
  readonly terms: readonly string[]
}

export interface SearchOptions {
  readonly limit: number
  /** Keeps only the paragraphs for which it is true. */
  readonly only?: ((key: number) => boolean) | undefined
}

/** An immutable index of paragraphs by their terms. */
export interface ParagraphIndex {
  /** How many paragraphs it holds. */
  readonly size: number
  /** In how many paragraphs' texts a term stands. */
  frequency(term: string): number
  /** The indexed terms that a term missing from the index may be a slip or a beginning of, in alphabetical order. */
  neighbours(term: string): readonly string[]
  /** The best paragraphs that hold one of the terms, best first; ties by key. */
  search(terms: readonly WeightedTerm[], options: SearchOptions): readonly Hit[]
}

/** How much rarer than common a term is: ln(1 + (N - n + 0.5) / (n + 0.5)), the inverse document frequency of BM25. */
export function inverseFrequency(index: Pick<ParagraphIndex, 'size' | 'frequency'>, term: string): number {
  const n = index.frequency(term)
  return Math.log(1 + (index.size - n + 0.5) / (n + 0.5))
}

interface WeighedTerm {
  readonly term: string
  readonly weight: number
}

/** The terms with the highest weights, at most `count`, the highest first; ties in the order of the alphabet. */
export function rarestTerms<T extends WeighedTerm>(terms: readonly T[], count: number): readonly T[] {
  return terms.toSorted((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1)).slice(0, count)
}

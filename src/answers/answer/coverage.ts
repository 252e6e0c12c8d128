import type { QueryTerm } from '../../search/terms/query-terms.ts'

/** How well a set of terms matches a query term: 1, the weight of a typo or spelling, or 0. */
export function termMatch(terms: ReadonlySet<string>, { matches }: QueryTerm): number {
  let best = 0
  for (const { term, weight } of matches) if (weight > best && terms.has(term)) best = weight
  return best
}

/** The share of the question's weight that a set of terms matches, from 0 to 1. */
export function coverage(question: readonly QueryTerm[], terms: ReadonlySet<string>): number {
  let all = 0
  let found = 0
  for (const term of question) {
    all += term.weight
    found += term.weight * termMatch(terms, term)
  }
  return all === 0 ? 0 : found / all
}

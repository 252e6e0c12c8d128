import type { QueryTerm } from '../../search/query-terms.ts'

/** How much of a query term a set of terms holds: 1, the weight of a slip, or 0. */
export function held(terms: ReadonlySet<string>, { matches }: QueryTerm): number {
  let most = 0
  for (const { term, weight } of matches) if (weight > most && terms.has(term)) most = weight
  return most
}

/** The share of the question's weight whose terms a set of terms holds, 0 to 1. */
export function coverage(question: readonly QueryTerm[], terms: ReadonlySet<string>): number {
  let all = 0
  let found = 0
  for (const term of question) {
    all += term.weight
    found += term.weight * held(terms, term)
  }
  return all === 0 ? 0 : found / all
}

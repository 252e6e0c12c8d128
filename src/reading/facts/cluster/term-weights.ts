import type { TermWeight } from '../../term-weight.ts'
import type { Claim } from '../extract/claim.ts'

/** How informative each term is: ln(1 + (N - n + 0.5) / (n + 0.5)), the inverse document frequency of BM25. */
export function reportWeights(reports: readonly Claim[]): TermWeight {
  const frequencies = new Map<string, number>()
  for (const { content } of reports) {
    for (const term of content.terms) frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
  }
  const size = reports.length
  const weights = new Map([...frequencies].map(([term, n]) => [term, Math.log(1 + (size - n + 0.5) / (n + 0.5))]))
  const rarest = Math.log(1 + (size + 0.5) / 0.5)
  return (term) => weights.get(term) ?? rarest
}

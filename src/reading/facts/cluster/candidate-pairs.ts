import { indexBy } from '../../../resources/group-by.ts'
import type { TermWeight } from '../../term-weight.ts'
import type { Claim } from '../extract/claim.ts'

/** A term in more reports than this does not help to find similar reports. */
const maxHolders = 60
const rarest = 10
const minSharedTerms = 2

/**
 * Pairs of reports, as indexes, that may report the same fact: those that share two of each other's rarest terms. Time and number
 * of pairs are linear in the number of reports, not quadratic: a report is paired through ten terms, each in at most sixty
 * reports.
 */
export function candidatePairs(reports: readonly Claim[], weight: TermWeight): (readonly [number, number])[] {
  const rare = reports.map(({ content }) =>
    [...content.terms]
      .map((term) => ({ term, own: weight(term) }))
      .sort((a, b) => b.own - a.own || (a.term < b.term ? -1 : 1))
      .slice(0, rarest)
      .map(({ term }) => term),
  )
  // Copies of a sentence are paired only with the first one, which represents them all.
  const firsts = new Map<string, number>()
  const copies = reports.map(({ sentence, focus }, at) => {
    const text = sentence.text.slice(focus.start, focus.end)
    const first = firsts.get(text)
    if (first === undefined) firsts.set(text, at)
    return first ?? at
  })
  const holders = indexBy(rare.keys(), (at) => (copies[at] === at ? (rare[at] ?? []) : []))
  const pairs: (readonly [number, number])[] = copies.flatMap((first, at) => (first < at ? [[first, at] as const] : []))
  const shared = new Map<number, number>()
  rare.forEach((terms, at) => {
    if (copies[at] !== at) return
    shared.clear()
    for (const term of terms) {
      const known = holders.get(term)
      if (known === undefined || known.length > maxHolders) continue
      for (const other of known) if (other < at) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
    for (const [other, count] of shared) {
      const smallest = Math.min(rare[other]?.length ?? 0, terms.length)
      if (count >= Math.min(minSharedTerms, smallest)) pairs.push([other, at])
    }
  })
  return pairs
}

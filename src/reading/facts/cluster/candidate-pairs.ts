import { numbering } from '../../../resources/numbers/numbering.ts'
import { invert, rowsOf } from '../../../resources/numbers/rows.ts'
import { takeAll } from '../../../resources/steps.ts'
import { rarestTerms } from '../../rarest-terms.ts'
import type { TermWeight } from '../../term-weight.ts'
import type { Claim } from '../extract/claim.ts'

/** A term in more reports than this does not help to find similar reports. */
const maxHolders = 60
const rarest = 10
const minSharedTerms = 2

function rarestOf({ content }: Claim, weight: TermWeight): readonly string[] {
  const terms = Array.from(content.terms, (term) => ({ term, weight: weight(term) }))
  return rarestTerms(terms, rarest).map(({ term }) => term)
}

/**
 * Pairs of reports, as indexes, that may report the same fact: those that share two of each other's rarest terms. Time and number
 * of pairs are linear in the number of reports, not quadratic: a report is paired through ten terms, each in at most sixty
 * reports.
 */
export function candidatePairs(reports: readonly Claim[], weight: TermWeight): (readonly [number, number])[] {
  // Copies of a sentence are paired only with the first one, which represents them all.
  const firsts = new Map<string, number>()
  const copies = reports.map(({ sentence, focus }, at) => {
    const text = sentence.text.slice(focus.start, focus.end)
    const first = firsts.get(text)
    if (first === undefined) firsts.set(text, at)
    return first ?? at
  })
  const terms = numbering<string>()
  const rows = takeAll(
    rowsOf(reports.entries(), ([at, report]) => (copies[at] === at ? rarestOf(report, weight).map(terms.indexOf) : [])),
  )
  const { numbers, starts } = rows
  const countOf = (at: number) => (starts[at + 1] ?? 0) - (starts[at] ?? 0)
  const holders = invert(rows, terms.all().length)
  const pairs: (readonly [number, number])[] = copies.flatMap((first, at) => (first < at ? [[first, at] as const] : []))
  const shared = new Map<number, number>()
  for (let at = 0; at < reports.length; at++) {
    shared.clear()
    for (const term of numbers.subarray(starts[at], starts[at + 1])) {
      const known = holders(term)
      if (known.length > maxHolders) continue
      for (const other of known) if (other < at) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
    for (const [other, count] of shared) {
      if (count >= Math.min(minSharedTerms, countOf(other), countOf(at))) pairs.push([other, at])
    }
  }
  return pairs
}

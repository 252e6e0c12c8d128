import type { Claim } from '../extract/claim.ts'

/** The indexes of all reports of the sentence of a report. */
export type ClausesOf = (at: number) => readonly number[]

/** Finds the reports of one sentence among reports in which they follow one another. */
export function clausesIn(reports: readonly Claim[]): ClausesOf {
  return (at) => {
    const sentence = reports[at]?.sentence
    let [first, end] = [at, at + 1]
    while (first > 0 && reports[first - 1]?.sentence === sentence) first--
    while (end < reports.length && reports[end]?.sentence === sentence) end++
    return Array.from({ length: end - first }, (_, place) => first + place)
  }
}

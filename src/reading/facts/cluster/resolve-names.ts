import { changedClaim } from '../extract/changed-claim.ts'
import type { Claim } from '../extract/claim.ts'

/** Shorter words are no evidence of a name. */
const shortest = 4

/**
 * Resolves first words that may or may not be names in their own article ("Nordvann denied …"): they become names if other
 * articles capitalise them inside a sentence.
 */
export function resolveNames(reports: readonly Claim[]): readonly Claim[] {
  const known = new Set(reports.flatMap(({ content }) => content.names.map(({ key }) => key)))
  return reports.map((report) => {
    const { doubtful } = report.content
    const isName = doubtful !== null && doubtful.term.length >= shortest && known.has(doubtful.name.key)
    return isName ? changedClaim(report, { opensWithName: true }) : report
  })
}

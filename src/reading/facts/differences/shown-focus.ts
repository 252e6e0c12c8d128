import { overlaps, type Range } from '../../../language/text/range.ts'
import { changedClaim } from '../extract/changed-claim.ts'
import type { Claim } from '../extract/claim.ts'

const minRestLength = 20

/** A report without a leading or trailing clause that is its own fact; unchanged if too little would be left. */
export function withoutClause(report: Claim, clause: Range): Claim {
  const { focus, sentence } = report
  if (!overlaps(focus, clause)) return report
  const start = clause.start <= focus.start ? clause.end : focus.start
  const end = clause.end >= focus.end - 1 ? clause.start : focus.end
  const isAtOneSide = (start === focus.start) !== (end === focus.end)
  if (!isAtOneSide) return report
  const text = sentence.text.slice(start, end)
  const from = start + text.length - text.trimStart().length
  const rest = { start: from, end: from + text.trim().length }
  return rest.end - rest.start < minRestLength ? report : changedClaim(report, { focus: rest })
}

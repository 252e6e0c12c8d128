import type { Claim } from '../extract/claim.ts'
import { type Difference, differenceOf, isContradiction, type Variant } from './difference.ts'

/** The contradictions among the differences of a fact that remain between some of its reports. */
export function differencesAmong(differences: readonly Difference[], reports: readonly Claim[]): readonly Difference[] {
  const isAmong = ({ report }: Pick<Variant, 'report'>) => reports.some(({ sentence }) => sentence === report.sentence)
  return differences.filter(isContradiction).flatMap(({ kind, variants }) =>
    differenceOf(
      kind,
      variants.flatMap((variant): Variant[] => {
        const [first, ...others] = [variant, ...(variant.others ?? [])].filter(isAmong)
        return first === undefined ? [] : [{ report: first.report, range: first.range, others }]
      }),
    ),
  )
}

import type { Range } from '../../../language/text/range.ts'
import type { Claim } from '../extract/claim.ts'

/** The wording of one report where others differ. */
export interface Variant {
  readonly report: Claim
  /** Offsets in the sentence's text. */
  readonly range: Range
  /** Other reports that have the same value, if it is a figure or a time. */
  readonly others?: readonly Pick<Variant, 'report' | 'range'>[]
}

/** A point on which the reports of one fact differ, with one variant per distinct claim. */
export interface Difference {
  readonly kind: 'figure' | 'date' | 'negation' | 'doer' | 'place' | 'wording'
  readonly variants: readonly [Variant, Variant, ...Variant[]]
}

/** Whether reports contradict each other on a point, and do not just word it differently. */
export function isContradiction({ kind }: Pick<Difference, 'kind'>): boolean {
  return kind !== 'wording'
}

/** A difference made of variants, or nothing if there are fewer than two. */
export function differenceOf(kind: Difference['kind'], variants: readonly Variant[]): Difference[] {
  const [first, second, ...others] = variants
  return first === undefined || second === undefined ? [] : [{ kind, variants: [first, second, ...others] }]
}

import { overlaps, type Range } from '../../../language/text/range.ts'
import { type Difference, differenceOf, type Variant } from '../differences/difference.ts'
import type { Claim } from '../extract/claim.ts'
import { compareSlots, type Slot, slotsOf } from '../pairs/claims/slots.ts'
import type { ContradictionSource } from './contradiction-candidates.ts'
import type { Contradiction } from './find-contradictions.ts'

const kinds: Readonly<Record<ContradictionSource, Difference['kind']>> = {
  figure: 'figure',
  time: 'date',
  denial: 'negation',
  opposite: 'negation',
  antonym: 'negation',
}

/** A contradiction with its claims. */
export interface ContradictingClaims extends Contradiction {
  readonly leftClaim: Claim
  readonly rightClaim: Claim
}

interface Side extends Variant {
  readonly slot: Slot | null
}

const isSamePlace = (a: { readonly report: Claim; readonly range: Range }, b: typeof a) =>
  a.report.sentence === b.report.sentence && overlaps(a.range, b.range)

const isSameValue = (a: Side, b: Side) =>
  isSamePlace(a, b) || (a.slot !== null && b.slot !== null && compareSlots(a.slot, b.slot) === 'equal')

/** The other reports that have a value, one per article. */
function holdersOf({ report, slot }: Side, reports: readonly Claim[]): NonNullable<Variant['others']> {
  if (slot === null) return []
  const articles = new Set([report.article])
  return reports.flatMap((other) => {
    if (articles.has(other.article)) return []
    const same = slotsOf(other).find((one) => compareSlots(slot, one) === 'equal')
    if (same === undefined) return []
    articles.add(other.article)
    return [{ report: other, range: same.range }]
  })
}

/**
 * The differences that contradictions between the reports of a fact amount to: those that share a place or a value are one difference, which
 * has each value once. The surest contradiction comes first.
 */
export function contradictingValues(
  contradictions: readonly ContradictingClaims[],
  reports: readonly Claim[],
): readonly Difference[] {
  const groups: { readonly kind: Difference['kind']; readonly sides: Side[] }[] = []
  for (const { source, left, right, leftClaim, rightClaim, slots } of contradictions) {
    const kind = kinds[source]
    const sides: readonly Side[] = [
      { report: leftClaim, range: left, slot: slots?.[0] ?? null },
      { report: rightClaim, range: right, slot: slots?.[1] ?? null },
    ]
    const known = groups.find((group) =>
      group.sides.some((one) => sides.some((other) => (group.kind === kind ? isSameValue : isSamePlace)(one, other))),
    )
    if (known === undefined) groups.push({ kind, sides: [...sides] })
    else if (known.kind === kind && slots !== null) {
      for (const side of sides) if (!known.sides.some((one) => isSameValue(one, side))) known.sides.push(side)
    }
  }
  return groups.flatMap(({ kind, sides }) =>
    differenceOf(
      kind,
      sides.map((side) => {
        const { report, range } = side
        return { report, range, others: holdersOf(side, reports) }
      }),
    ),
  )
}

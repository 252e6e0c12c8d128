import { clashingTimes, comparableTimes } from '../../compare/compare-times.ts'
import { countsTheSame, type EventFigure, isCompatible, isDiscriminative } from '../../extract/quantities.ts'
import { compareSlots, slotLikeness } from '../claims/slots.ts'
import type { ClaimPair, FeatureGroup, PairContext } from './pair.ts'

/** How the figures of two claims compare by unit and count. */
function figureValues(a: readonly EventFigure[], b: readonly EventFigure[]): readonly number[] {
  let [equal, rareEqual, ofCount, ofUnit, ratio] = [0, 0, 0, 0, 0]
  for (const one of a) {
    const alike = b.filter(({ unit }) => unit === one.unit)
    if (alike.length > 0) ofUnit++
    if (alike.some((other) => countsTheSame(one, other))) ofCount++
    if (alike.some((other) => isCompatible(one, other))) {
      equal++
      if (isDiscriminative(one)) rareEqual++
    }
    for (const other of alike) {
      const [low, high] = [Math.min(one.value, other.value), Math.max(one.value, other.value)]
      ratio = Math.max(ratio, high === 0 ? 1 : low / high)
    }
  }
  return [equal, rareEqual, ofCount, ofUnit, ratio]
}

/** What the figures and times of two claims have in common, and how alike the words around them are. */
function slotValues(
  { left, right }: ClaimPair,
  { left: a, right: b, localWeight, likeness }: PairContext,
): readonly number[] {
  let [equal, rarest, equalLikeness, different, differentLikeness, figure, time] = [0, 0, 0, 0, 0, 0, 0]
  for (const one of left.slots) {
    for (const two of right.slots) {
      const found = compareSlots(one, two)
      if (found === null) continue
      const alike = slotLikeness(one, two, localWeight, likeness)
      if (found === 'different') {
        different++
        differentLikeness = Math.max(differentLikeness, alike)
        continue
      }
      equal++
      const rare = Math.log((a.size + b.size) / ((a.values.get(one.key) ?? 1) + (b.values.get(two.key) ?? 1)))
      rarest = Math.max(rarest, rare)
      equalLikeness = Math.max(equalLikeness, alike)
      if (one.value.kind === 'figure') figure = Math.max(figure, rare)
      else time = Math.max(time, rare)
    }
  }
  return [equal, rarest, equalLikeness, different, differentLikeness, figure, time]
}

/** Equal and different figures and times. */
export const valueFeatures: FeatureGroup = {
  names: [
    'figures in both',
    'figures in one',
    'equal figures',
    'distinctive equal figures',
    'figures of one count',
    'figures of one unit',
    'ratio of figures',
    'comparable times',
    'clashing times',
    'equal values',
    'rarest equal value',
    'likeness of equal values',
    'different values',
    'likeness of different values',
    'rarest equal figure',
    'rarest equal time',
  ],
  values(pair, context) {
    const [a, b] = [pair.left.claim.content, pair.right.claim.content]
    return [
      Math.min(a.figures.length, b.figures.length),
      Math.abs(a.figures.length - b.figures.length),
      ...figureValues(a.figures, b.figures),
      comparableTimes(a, b).length,
      clashingTimes(a, b).length,
      ...slotValues(pair, context),
    ]
  },
}

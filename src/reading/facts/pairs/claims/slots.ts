import { isSameClock } from '../../../../language/dates/time/clock-time.ts'
import { overlaps, type Range } from '../../../../language/text/range.ts'
import { cannotBoth } from '../../compare/compare-times.ts'
import type { Claim } from '../../extract/claim.ts'
import type { EventTime } from '../../extract/claim-content.ts'
import { fractionsIn } from '../../extract/fractions.ts'
import { isSameMeasure, type Measure, measureOf } from '../../extract/measures.ts'
import { type EventFigure, isCompatible } from '../../extract/quantities.ts'
import type { ClaimWord, Likeness } from './claim-words.ts'

interface Near {
  readonly word: ClaimWord
  /** 1 for the nearest word, less for those further away. */
  readonly share: number
}

/** A figure or a time of a claim, with the words around it. */
export interface Slot {
  readonly range: Range
  readonly value:
    | { readonly kind: 'figure'; readonly figure: EventFigure; readonly measure: Measure | null }
    | { readonly kind: 'time'; readonly time: EventTime }
  readonly near: readonly Near[]
  /** As written, in lower case. */
  readonly text: string
  /** What equal values have in common, for counting how often a value occurs. */
  readonly key: string
}

const maxNear = 8
const decay = 0.25

function nearOf(range: Range, words: readonly ClaimWord[]): readonly Near[] {
  return words
    .map((word) => ({ word, gap: word.start >= range.end ? word.start - range.end : range.start - word.start }))
    .sort((a, b) => a.gap - b.gap)
    .slice(0, maxNear)
    .map(({ word }, at) => ({ word, share: 1 / (1 + decay * at) }))
}

/** Whether a figure is part of a time such as "2:03:55". */
function isPartOfClock(text: string, { start, end }: Range): boolean {
  return /\d:$/u.test(text.slice(Math.max(0, start - 2), start)) || /^:\d/u.test(text.slice(end, end + 2))
}

/** The figures and times of a claim. `words` are its words, if the words around a value matter. */
export function slotsOf(claim: Claim, words: readonly ClaimWord[] = []): readonly Slot[] {
  const { sentence, focus, content } = claim
  const isInFocus = ({ start, end }: Range) => start >= focus.start && end <= focus.end
  const fractions = fractionsIn(sentence).filter(
    (range) => isInFocus(range) && !content.times.some((time) => overlaps(time, range)),
  )
  const figures = [
    ...content.figures.filter(
      (figure) => !isPartOfClock(sentence.text, figure) && !fractions.some((range) => overlaps(range, figure)),
    ),
    ...fractions,
  ]
  const slot = (range: Range, key: string, value: Slot['value']): Slot => ({
    range: { start: range.start, end: range.end },
    value,
    near: nearOf(range, words),
    key,
    text: sentence.text.slice(range.start, range.end).toLowerCase(),
  })
  return [
    ...figures.map((figure) => {
      const measure = measureOf(figure, sentence)
      return slot(figure, figureKey(figure, measure), { kind: 'figure', figure, measure })
    }),
    ...content.times
      .filter(({ interval, weekday, clock }) => interval !== null || weekday !== null || clock !== null)
      .map((time) => slot(time, timeKey(time), { kind: 'time', time })),
  ]
}

function figureKey({ unit, value, currency }: EventFigure, measure: Measure | null): string {
  return measure === null ? `${unit}${currency ?? ''}${value}` : `${measure.kind}${measure.value.toPrecision(2)}`
}

function timeKey({ interval, weekday, clock }: EventTime): string {
  if (clock !== null) return `c${clock.minutes}${clock.isTwelveHour ? '/12' : ''}`
  return interval === null ? `w${weekday}` : `${interval.start}/${interval.end}`
}

type Comparison = 'equal' | 'different'

const comparisonOf = (isEqual: boolean): Comparison => (isEqual ? 'equal' : 'different')

function compareTimes(a: EventTime, b: EventTime): Comparison | null {
  if (a.clock !== null || b.clock !== null)
    return a.clock === null || b.clock === null ? null : comparisonOf(isSameClock(a.clock, b.clock))
  if (a.interval !== null && b.interval !== null) return comparisonOf(!cannotBoth(a, b))
  return a.weekday === null || b.weekday === null ? null : comparisonOf(a.weekday === b.weekday)
}

/** How two values compare, or null if they are of different kinds. */
export function compareSlots({ value: a, text }: Slot, { value: b, text: other }: Slot): Comparison | null {
  // "Saturday" is one day in articles of one week, even if the tense around it suggests two.
  if (a.kind === 'time' && b.kind === 'time') return text === other ? 'equal' : compareTimes(a.time, b.time)
  if (a.kind === 'time' || b.kind === 'time') return null
  const [x, y] = [a.figure, b.figure]
  if (x.unit !== y.unit || a.measure?.kind !== b.measure?.kind) return null
  if (a.measure !== null && b.measure !== null) {
    const isConverted = isSameMeasure(a.measure, b.measure)
    return comparisonOf(isConverted || isCompatible(inBase(x, a.measure), inBase(y, b.measure)))
  }
  if (x.currency !== y.currency) return x.value === y.value ? 'different' : null
  return comparisonOf(isCompatible(x, y) || isRounded(x, y, text, other) || isDozens(x, y, text, other))
}

/** A figure is rounded at most by this share. */
const maxRounding = 0.02

/** The step that a figure is rounded to, by its last digit that is not a trailing zero: 100 million for "8.9 billion", 1,000 for "214,000". */
function stepOf({ value }: EventFigure, text: string): number {
  const digits = /\d[\d,]*(?:\.\d+)?/u.exec(text)?.[0].replaceAll(',', '')
  if (digits === undefined || Number(digits) === 0) return 0
  const scale = value / Number(digits)
  const decimals = digits.split('.')[1]?.length
  if (decimals !== undefined) return scale * 10 ** -decimals
  return scale * 10 ** (/0*$/u.exec(digits)?.[0].length ?? 0)
}

/** Whether one figure is the other, rounded ("8.9 billion", "8.94 billion"). */
function isRounded(a: EventFigure, b: EventFigure, text: string, other: string): boolean {
  const step = Math.max(stepOf(a, text), stepOf(b, other))
  return step <= maxRounding * Math.max(a.value, b.value) && Math.abs(a.value - b.value) <= step / 2
}

const dozen = /dozen/u
const dozenShare = 0.25

/** Whether one of two figures is given in dozens and the other is near it. */
function isDozens(a: EventFigure, b: EventFigure, text: string, other: string): boolean {
  return (
    (dozen.test(text) || dozen.test(other)) && Math.abs(a.value - b.value) <= Math.max(a.value, b.value) * dozenShare
  )
}

const inBase = (figure: EventFigure, { value }: Measure): EventFigure => ({ ...figure, value })

/** How alike the words around two values are, 0 to 1. `weight` is how informative a word is. */
export function slotLikeness(a: Slot, b: Slot, weight: (word: ClaimWord) => number, likeness: Likeness): number {
  const side = (some: readonly Near[], others: readonly Near[], like: Likeness) => {
    let [sum, all] = [0, 0]
    for (const { word, share } of some) {
      let best = 0
      for (const other of others) best = Math.max(best, like(word, other.word) * other.share)
      const own = weight(word) * share
      sum += own * best
      all += own
    }
    return all === 0 ? 0 : sum / all
  }
  return (side(a.near, b.near, likeness) + side(b.near, a.near, (one, other) => likeness(other, one))) / 2
}

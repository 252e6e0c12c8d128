import { type Draft, type Found, oneTime, open } from '../parts/draft.ts'
import { dayAt, monthAt, quantityAt, type Tokens, weekdayAt, yearAt } from '../parts/parts.ts'
import { wordAt } from '../parts/tokens.ts'
import * as lists from '../parts/word-lists.ts'
import type { Meaning, Side, Unit, Yearly } from '../time/time-expression.ts'
import { dayFromToday, singularUnit } from './relative-times.ts'
import { holidayAt, seasonYearly } from './seasons.ts'
import { behindDayPart, isPartOfName, weekdayBySide, weekendBySide } from './weekday-times.ts'

// Times after "last", "this", "next" and "that".

const sides: ReadonlyMap<string, Side> = new Map([
  ['last', 'last'],
  ['past', 'last'],
  ['this', 'this'],
  ['next', 'next'],
  ['coming', 'next'],
])
const pointing = new Set(['that', 'same', 'following', 'previous', 'preceding'])

/** The meaning of a recurring day, month or the like after "last", "this" or "next". */
function monthYearly(month: number): Yearly {
  return { startMonth: month, startDay: 1, endMonth: month, endDay: null, precision: 'month' }
}

function yearlyBySide(yearly: Yearly, side: Side): Meaning {
  return { kind: 'yearly', yearly, side, yearOffset: null }
}

const offsetOf: Readonly<Record<'last' | 'this' | 'next', number>> = { last: -1, this: 0, next: 1 }

/** "last week", "the past three weeks", "this morning", "next May". */
export function sidedTimeAt(tokens: Tokens, at: number): Found | null {
  const word = wordAt(tokens, at)
  const isThis = word === 'this'
  const inner = isThis ? sides.get(wordAt(tokens, at + 1)) : undefined
  const hasInner = inner === 'last' || inner === 'next'
  const side = hasInner ? inner : sides.get(word)
  if (side === undefined) return pointing.has(word) ? pointingTimeAt(tokens, at) : null
  const place = hasInner ? at + 2 : at + 1
  const hasArticle = wordAt(tokens, at - 1) === 'the'
  return (
    weekdayOrDayPart(tokens, at, place, side) ??
    monthOrSeason(tokens, at, place, side) ??
    unitBySide(tokens, at, place, side, hasArticle || (hasInner && side === 'last') || word === 'past') ??
    reachBySide(tokens, at, place, side)
  )
}

function weekdayOrDayPart(tokens: Tokens, at: number, place: number, side: Side): Found | null {
  const weekday = weekdayAt(tokens, place)
  if (weekday !== null && lists.fullWeekdays.has(wordAt(tokens, place)) && !isPartOfName(tokens, place, weekday.next)) {
    return oneTime(
      at,
      behindDayPart(tokens, weekday.next),
      weekdayBySide(weekday.value, weekday.value, side),
      weekday.value,
    )
  }
  const part = wordAt(tokens, place)
  if (part === 'weekend') return oneTime(at, place + 1, weekendBySide(tokens, place, side))
  if (!lists.dayParts.has(part)) return null
  if (side === 'this') return oneTime(at, place + 1, dayFromToday(0))
  if (side !== 'last') return oneTime(at, place + 1, open)
  if (part === 'night') return oneTime(at, place + 1, { kind: 'night', offset: 0 })
  return part === 'evening' ? oneTime(at, place + 1, dayFromToday(-1)) : null
}

function monthOrSeason(tokens: Tokens, at: number, place: number, side: Side): Found | null {
  const month = monthAt(tokens, place)
  if (month?.value.isLikely === true) {
    return oneTime(at, month.next, yearlyBySide(monthYearly(month.value.month), side))
  }
  const season = lists.seasons.get(wordAt(tokens, place))
  if (season !== undefined) {
    // "This fall in prices": a noun.
    if (season === 9 && wordAt(tokens, place + 1) === 'in' && side === 'this') return null
    return oneTime(at, place + 1, yearlyBySide(seasonYearly(season), side))
  }
  const holiday = holidayAt(tokens, place)
  if (holiday === null) return null
  return oneTime(at, holiday.next, holiday.yearly === null ? open : yearlyBySide(holiday.yearly, side))
}

/** A duration up to or from the article's day; "the next year" in a narrative of the past depends on the context. */
function reachOf(unit: Unit, side: 'last' | 'this' | 'next'): Draft['meaning'] {
  const meaning: Meaning = { kind: 'reach', unit, count: offsetOf[side] }
  return side === 'next' ? (tense) => (tense === 'past' ? open : meaning) : meaning
}

/** "last week"; with an article ("over the past week") it is a duration up to or from the article's day. */
function unitBySide(tokens: Tokens, at: number, place: number, side: Side, isReach: boolean): Found | null {
  const unit = singularUnit(wordAt(tokens, place))
  if (unit === null || (side !== 'last' && side !== 'this' && side !== 'next')) return null
  const next = place + 1
  // "The last week of May": the time is May.
  if (wordAt(tokens, next) === 'of' && side !== 'this') return null
  if (unit === 'day') return side === 'next' ? oneTime(at, next, open) : null
  if (isReach && side !== 'this' && wordAt(tokens, place - 1) !== 'coming') {
    return unit === 'quarter' ? null : oneTime(at, next, reachOf(unit, side))
  }
  return oneTime(at, next, { kind: 'unit', unit, offset: offsetOf[side] })
}

/** "the past three weeks", "the next few days". */
function reachBySide(tokens: Tokens, at: number, place: number, side: Side): Found | null {
  const count = quantityAt(tokens, place)
  if (count === null || side === 'this') return null
  const unit = lists.units.get(wordAt(tokens, count.next))
  if (unit === undefined || wordAt(tokens, count.next + 1) === 'of') return null
  const sign = side === 'last' ? -1 : 1
  const meaning: Meaning = count.value === null ? open : { kind: 'reach', unit, count: sign * count.value }
  return oneTime(at, count.next + 1, (tense) => (side === 'next' && tense === 'past' ? open : meaning))
}

/** "that week", "the same day", "the following year": these depend on another time. */
function pointingTimeAt(tokens: Tokens, at: number): Found | null {
  const noun = wordAt(tokens, at + 1)
  const weekday = lists.fullWeekdays.get(noun)
  if (weekday !== undefined) return oneTime(at, behindDayPart(tokens, at + 2), open, weekday)
  const month = monthAt(tokens, at + 1)
  if (month?.value.isLikely === true && dayAt(tokens, month.next) === null && yearAt(tokens, month.next) === null) {
    return oneTime(at, month.next, open)
  }
  const isTime =
    singularUnit(noun) !== null || noun === 'weekend' || lists.dayParts.has(noun) || lists.seasons.has(noun)
  return isTime && noun !== 'quarter' ? oneTime(at, at + 2, open) : null
}

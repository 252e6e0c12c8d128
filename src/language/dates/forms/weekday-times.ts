import { type Draft, type Found, isToCome, oneTime, open } from '../parts/draft.ts'
import { jointAt } from '../parts/joints.ts'
import { type Read, type Tokens, weekdayAt, yearAt } from '../parts/parts.ts'
import { markAt, wordAt } from '../parts/tokens.ts'
import * as lists from '../parts/word-lists.ts'
import { yearsInterval } from '../time/calendar.ts'
import type { Meaning, Side } from '../time/time-expression.ts'

// Days of the week and weekends.

/** The index after a part of the day ("night"), if there is one. */
export function behindDayPart(tokens: Tokens, at: number): number {
  const place = lists.parts.has(wordAt(tokens, at)) && lists.dayParts.has(wordAt(tokens, at + 1)) ? at + 1 : at
  return lists.dayParts.has(wordAt(tokens, place)) ? place + 1 : at
}

/** A weekday, or the range to another one, by side or by week offset from the article's week. */
function weekdayMeaning(weekday: number, endWeekday: number, side: Side, weekOffset: number | null = null): Meaning {
  return { kind: 'weekday', weekday, endWeekday, side, weekOffset }
}

function byTense(weekday: number, endWeekday: number): Draft['meaning'] {
  return (tense) => weekdayMeaning(weekday, endWeekday, isToCome(tense) ? 'coming' : 'latest')
}

const weekOffsets: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
])

/** "last week" after a weekday, also after "of": its offset from the article's week. */
function weekBehind(tokens: Tokens, at: number): { readonly offset: number; readonly next: number } | null {
  const place = wordAt(tokens, at) === 'of' ? at + 1 : at
  const offset = weekOffsets.get(wordAt(tokens, place))
  return offset === undefined || wordAt(tokens, place + 1) !== 'week' ? null : { offset, next: place + 2 }
}

/** Whether a day has a proper name ("Good Friday", "Super Tuesday"): then it is not the weekday nearest to the article. */
function isNamedDay(tokens: Tokens, at: number): boolean {
  return tokens[at - 1]?.capital === true && lists.beforeNamedDay.has(wordAt(tokens, at - 1))
}

/** "Good Friday 1998": its year, if stated. */
function namedDay(tokens: Tokens, at: number, weekday: Read<number>): Found {
  const year = yearAt(tokens, markAt(tokens, weekday.next) === ',' ? weekday.next + 1 : weekday.next)
  if (year === null) return oneTime(at - 1, weekday.next, open, weekday.value)
  return oneTime(at - 1, year.next, { kind: 'stated', interval: yearsInterval(year.value, 1, 'year') })
}

/** Whether a weekday is part of another name ("the Sunday Times", "Sheffield Wednesday"). */
export function isPartOfName(tokens: Tokens, at: number, next: number): boolean {
  if (wordAt(tokens, at - 1) === 'sheffield') return true
  const behind = tokens[next]
  if (behind?.kind !== 'word' || !behind.capital) return false
  return lists.afterNamedDay.has(behind.folded) || lists.dayParts.has(behind.folded)
}

const weekdayLeads = new Set(['on', 'last', 'next', 'this'])

/** Reads a weekday without a date, with its part of the day; a range of two; its week. */
export function weekdayTimeAt(tokens: Tokens, at: number): Found | null {
  const weekday = weekdayAt(tokens, at)
  if (weekday === null || isPartOfName(tokens, at, weekday.next)) return null
  if (isNamedDay(tokens, at)) return namedDay(tokens, at, weekday)
  const word = wordAt(tokens, at)
  const isFull = lists.fullWeekdays.has(word)
  if (!isFull && !(lists.clearShortWeekdays.has(word) && weekdayLeads.has(wordAt(tokens, at - 1)))) return null
  // "On Saturday nights": no particular day.
  if (lists.dayParts.has(wordAt(tokens, weekday.next).replace(/s$/, '')) && wordAt(tokens, weekday.next).endsWith('s'))
    return null
  const next = behindDayPart(tokens, weekday.next)
  const week = weekBehind(tokens, next)
  if (week !== null)
    return oneTime(at, week.next, weekdayMeaning(weekday.value, weekday.value, 'this', week.offset), weekday.value)
  // "Friday the 13th": usually in another month than the last Friday.
  if (wordAt(tokens, next) === 'the' && tokens[next + 1]?.kind === 'number')
    return oneTime(at, next, open, weekday.value)
  const lead = wordAt(tokens, at - 1)
  const joint = jointAt(tokens, next, lead)
  const end = joint?.isStretch === true ? weekdayAt(tokens, joint.next) : null
  const isStretch = end !== null && lists.fullWeekdays.has(wordAt(tokens, joint?.next ?? next))
  if (isStretch) return oneTime(at, end.next, byTense(weekday.value, end.value))
  return oneTime(at, next, byTense(weekday.value, weekday.value), weekday.value)
}

/** "this Monday" is the coming one, unless the sentence is about the past. */
export function weekdayBySide(weekday: number, endWeekday: number, side: Side): Draft['meaning'] {
  if (side !== 'this') return weekdayMeaning(weekday, endWeekday, side)
  return (tense) => weekdayMeaning(weekday, endWeekday, tense === 'past' ? 'latest' : 'coming')
}

const saturday = 6
const sunday = 0

/** "Next weekend" is next week's; "the coming weekend" is the first one ahead. */
export function weekendBySide(tokens: Tokens, place: number, side: Side): Draft['meaning'] {
  const isNextWeek = side === 'next' && wordAt(tokens, place - 1) === 'next'
  return isNextWeek ? weekdayMeaning(saturday, sunday, 'this', 1) : weekdayBySide(saturday, sunday, side)
}

const weekendLeads = new Set(['at', 'on', 'over', 'during'])

/** "at the weekend". */
export function weekendAt(tokens: Tokens, at: number): Found | null {
  const isTime =
    wordAt(tokens, at) === 'weekend' && wordAt(tokens, at - 1) === 'the' && weekendLeads.has(wordAt(tokens, at - 2))
  return isTime && wordAt(tokens, at + 1) !== 'of' ? oneTime(at, at + 1, byTense(saturday, sunday)) : null
}

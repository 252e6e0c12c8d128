import { type Draft, type Found, open, sideIn } from '../parts/draft.ts'
import { jointAt } from '../parts/joints.ts'
import { dayAt, isFollowedByContent, ordinalWordAt, type Tokens } from '../parts/parts.ts'
import { isDash, markAt, wordAt } from '../parts/tokens.ts'
import { monthLeads, monthParts } from '../parts/word-lists.ts'
import { dayInterval, intervalOf, monthLength, monthsInterval, type Precision } from '../time/calendar.ts'
import type { Meaning, Yearly } from '../time/time-expression.ts'
import { behindHyphen, dayFirstAt, hasYear, leadOf, type Written, writtenAt, yearBehind } from './written-dates.ts'

// Days and months by name: "May 3, 2005", "the 3rd of May", "May 2005", "2005 May", and ranges and lists of them.

const maxListed = 8

function yearlyOf(from: Written, to: Written): Yearly {
  const isSame = from === to
  const precision: Precision = !isSame ? 'span' : from.day === null ? 'month' : 'day'
  return {
    startMonth: from.month.month,
    startDay: from.day ?? 1,
    endMonth: to.month.month,
    endDay: to.day,
    precision,
  }
}

function statedInterval(from: Written, to: Written, fromYear: number, toYear: number) {
  if (from === to) {
    const { day, month } = from
    return day === null
      ? monthsInterval(fromYear, month.month, 1, 'month')
      : dayInterval({ year: fromYear, month: month.month, day })
  }
  const end = { year: toYear, month: to.month.month, day: to.day ?? monthLength(toYear, to.month.month) }
  return intervalOf({ year: fromYear, month: from.month.month, day: from.day ?? 1 }, end, 'span')
}

/** The meaning of a date, or of the range between two. */
function meaningOf(from: Written, to: Written): Draft['meaning'] {
  const isBackwards =
    from.month.month > to.month.month || (from.month.month === to.month.month && (from.day ?? 0) > (to.day ?? 31))
  const toYear = to.year ?? (from.year === null ? null : from.year + (isBackwards ? 1 : 0))
  if (toYear !== null) {
    const fromYear = from.year ?? toYear - (isBackwards ? 1 : 0)
    return { kind: 'stated', interval: statedInterval(from, to, fromYear, toYear) }
  }
  const anotherYear = to.anotherYear ?? from.anotherYear
  if (anotherYear?.offset === null) return open
  const yearly = yearlyOf(from, to)
  if (anotherYear !== null) return { kind: 'yearly', yearly, side: 'this', yearOffset: anotherYear.offset }
  return (tense): Meaning => ({
    kind: 'yearly',
    yearly,
    side: tense === 'unknown' && from.day !== null ? 'near' : sideIn(tense),
    yearOffset: null,
  })
}

function draftOf(from: Written, to: Written = from): Draft {
  return { first: from.first, next: to.next, meaning: meaningOf(from, to), weekday: from === to ? from.weekday : null }
}

/** Whether a month without a day or a year is a time: "May" may be a name or a verb. */
function isTime(tokens: Tokens, date: Written): boolean {
  if (date.day !== null || hasYear(date) || date.month.isClear) return true
  const lead = leadOf(tokens, date.first)
  if (lead === 'of') return monthParts.has(wordAt(tokens, date.first - 2))
  const isHyphenated = isDash(markAt(tokens, date.first - 1)) && wordAt(tokens, date.first - 2) === 'mid'
  if (isHyphenated) return true
  const certainty = monthLeads.get(lead)
  return certainty === 'sure' || (certainty === 'likely' && !isNameAt(tokens, date.next))
}

/** Whether the word before an index is more likely a person: a name or a possessive ending follows. */
function isNameAt(tokens: Tokens, at: number): boolean {
  return tokens[at]?.capital === true || wordAt(tokens, at + 1) === 's'
}

/** "3–9 May", "3, 4 and 9 May": several days before one month. */
function daysOfMonthAt(tokens: Tokens, at: number): Found | null {
  const lead = leadOf(tokens, at)
  const days: { readonly day: number; readonly first: number; readonly next: number }[] = []
  let place = at
  let isStretch = false
  while (days.length < maxListed) {
    const last = days.length > 0 ? dayFirstAt(tokens, place) : null
    if (last !== null) return joinedDays(days, last, isStretch, lead)
    const day = dayAt(tokens, place) ?? ordinalWordAt(tokens, place)
    if (day === null || isStretch) return null
    days.push({ day: day.value, first: place, next: day.next })
    const joint = jointAt(tokens, day.next, lead)
    if (joint === null || (joint.isStretch && days.length > 1)) return null
    isStretch = joint.isStretch
    place = joint.next
  }
  return null
}

const listLeads = new Set(['on', 'for', 'from', 'of', 'by', 'until', 'since', ''])

function joinedDays(
  days: readonly { readonly day: number; readonly first: number; readonly next: number }[],
  last: Written,
  isStretch: boolean,
  lead: string,
): Found | null {
  const before = days.map(({ day, first, next }): Written => ({ ...last, day, first, next, weekday: null }))
  const [from] = before
  if (from === undefined) return null
  if (isStretch) {
    return (from.day ?? 0) < (last.day ?? 0) ? { times: [draftOf(from, last)], next: last.next } : null
  }
  return listLeads.has(lead) ? { times: [...before, last].map((date) => draftOf(date)), next: last.next } : null
}

/** The end of a range after its first date: another date, or a day of the same month ("May 3-9, 2005"). */
function endOfStretchAt(tokens: Tokens, from: Written, at: number): Written | null {
  const date = writtenAt(tokens, at)
  if (date !== null) return (date.day === null) === (from.day === null) ? date : null
  if (!from.isMonthFirst || from.day === null || (hasYear(from) && !from.isYearFirst)) return null
  const day = dayAt(tokens, at)
  if (day === null || day.value <= from.day) return null
  const year = yearBehind(tokens, day.next)
  if (year === null && isFollowedByContent(tokens, day.next)) return null
  return { ...from, first: at, next: year?.next ?? day.next, day: day.value, year: year?.value ?? from.year }
}

/** Consecutive dates that share a year stated by one of them ("June 30 and July 1, 2004"). */
function listAt(tokens: Tokens, first: Written): readonly Written[] {
  const listed = [first]
  let last = first
  while (listed.length < maxListed) {
    const joint = jointAt(tokens, last.next, '')
    const date = joint === null || joint.isStretch ? null : writtenAt(tokens, joint.next)
    if (date === null || (hasYear(last) && hasYear(date))) break
    listed.push(date)
    last = date
    if (hasYear(date)) break
  }
  const dated = listed.find(hasYear)
  if (dated === undefined) return [first]
  return listed.map((date) => (hasYear(date) ? date : { ...date, year: dated.year, anotherYear: dated.anotherYear }))
}

/** Reads days and months by name at an index. */
export function calendarDatesAt(tokens: Tokens, at: number): Found | null {
  const days = tokens[at]?.kind === 'number' || tokens[at]?.kind === 'word' ? daysOfMonthAt(tokens, at) : null
  if (days !== null) return days
  const from = writtenAt(tokens, at)
  if (from === null) return null
  const joint = jointAt(tokens, from.next, leadOf(tokens, at))
  if (joint?.isStretch === true) {
    const to = endOfStretchAt(tokens, from, joint.next)
    if (to !== null) return { times: [draftOf(from, to)], next: to.next }
  }
  // "They beat May 3-1": a score.
  const isScore =
    from.isMonthFirst && from.day !== null && !hasYear(from) && behindHyphen(tokens, from.next) > from.next
  if (isScore && tokens[from.next + 1]?.kind === 'number') return null
  const listed = listAt(tokens, from)
  if (listed.length === 1 && !isTime(tokens, from)) return null
  return { times: listed.map((date) => draftOf(date)), next: listed.at(-1)?.next ?? from.next }
}

import {
  centuryInterval,
  dayNumber,
  dayOfNumber,
  type Interval,
  intervalOf,
  isoOfNumber,
  monthLength,
  monthsInterval,
  numberOfIso,
  numbersInterval,
  weekdayOf,
  yearsInterval,
} from './calendar.ts'
import type { Meaning, TimeExpression, Unit, Yearly } from './time-expression.ts'

const weekLength = 7
const monday = 1

/** The part of a year in one year; if its end is before its start, it ends in the next year. Null if a day is invalid. */
function inYear({ startMonth, startDay, endMonth, endDay, precision }: Yearly, year: number): Interval | null {
  const isBackwards = endMonth < startMonth || (endMonth === startMonth && (endDay ?? startDay) < startDay)
  const endYear = isBackwards ? year + 1 : year
  const end = { year: endYear, month: endMonth, day: endDay ?? monthLength(endYear, endMonth) }
  return intervalOf({ year, month: startMonth, day: startDay }, end, precision)
}

/** If no verb decides, a day three months ahead is more likely than one nine months ago. */
const nearDays = 92

/** How many years to search for a day that does not exist every year, or for one on a given weekday. */
const yearsAround = 8

/** Resolves a part of a year by the article's day. `weekday` is the weekday that the text names, if any. */
function yearlyInterval(
  { yearly, side, yearOffset }: Extract<Meaning, { kind: 'yearly' }>,
  weekday: number | null,
  number: number,
): Interval | null {
  const today = isoOfNumber(number)
  const own = Number(today.slice(0, 4))
  if (yearOffset !== null) return inYear(yearly, own + yearOffset)
  // In January, "this winter" began in the previous year.
  const begunBefore = inYear(yearly, own - 1)
  if (side === 'this') return begunBefore !== null && begunBefore.end >= today ? begunBefore : inYear(yearly, own)
  if (side === 'nearest') return nearest(yearly, number)
  const soon = isoOfNumber(number + nearDays)
  const fits: Readonly<Record<Exclude<typeof side, 'this' | 'nearest'>, (interval: Interval) => boolean>> = {
    last: ({ end }) => end < today,
    latest: ({ start }) => start <= today,
    near: ({ start }) => start <= soon,
    coming: ({ end }) => end >= today,
    next: ({ start }) => start > today,
  }
  const step = side === 'coming' || side === 'next' ? 1 : -1
  const all = Array.from({ length: yearsAround + 2 }, (_, at) => inYear(yearly, own + step * (at - 1)))
  const fitting = all.filter((interval) => interval !== null && fits[side](interval))
  if (weekday === null) return fitting[0] ?? null
  return onWeekday(fitting[0] ?? null, weekday) ?? nearestOnWeekday(yearly, weekday, own) ?? fitting[0] ?? null
}

/** The occurrence whose middle is closest to the article's day. */
function nearest(yearly: Yearly, number: number): Interval | null {
  const own = dayOfNumber(number).year
  const gap = ({ start, end }: Interval) => Math.abs((numberOfIso(start) ?? 0) + (numberOfIso(end) ?? 0) - 2 * number)
  const all = [own, own - 1, own + 1].flatMap((year) => inYear(yearly, year) ?? [])
  return all.toSorted((a, b) => gap(a) - gap(b))[0] ?? null
}

function onWeekday(interval: Interval | null, weekday: number): Interval | null {
  const number = interval === null ? null : numberOfIso(interval.start)
  return number !== null && weekdayOf(number) === weekday ? interval : null
}

/** A day of a month in the nearest year in which it falls on that weekday. */
function nearestOnWeekday(yearly: Yearly, weekday: number, own: number): Interval | null {
  for (const year of [own, own + 1, own - 1]) {
    const found = onWeekday(inYear(yearly, year), weekday)
    if (found !== null) return found
  }
  return null
}

function weekdayInterval(
  { weekday, endWeekday, side, weekOffset }: Extract<Meaning, { kind: 'weekday' }>,
  today: number,
): Interval | null {
  const length = (endWeekday - weekday + weekLength) % weekLength
  const precision = length === 0 ? 'day' : 'span'
  const from = (start: number) => numbersInterval(start, start + length, precision)
  const fromMonday = (day: number) => (day - monday + weekLength) % weekLength
  if (weekOffset !== null) {
    return from(today - fromMonday(weekdayOf(today)) + weekOffset * weekLength + fromMonday(weekday))
  }
  // The latest one that has begun, including the article's own day.
  const latest = today - ((weekdayOf(today) - weekday + weekLength) % weekLength)
  if (side === 'last') return from(latest + length < today ? latest : latest - weekLength)
  if (side === 'coming') return from(latest + length >= today ? latest : latest + weekLength)
  return from(side === 'next' ? latest + weekLength : latest)
}

/** The article's calendar unit, or the one at an offset from it. */
function unitInterval(unit: Unit, offset: number, today: number): Interval | null {
  const { year, month } = dayOfNumber(today)
  switch (unit) {
    case 'day':
      return numbersInterval(today + offset, today + offset, 'day')
    case 'week': {
      const start = today - ((weekdayOf(today) - monday + weekLength) % weekLength) + offset * weekLength
      return numbersInterval(start, start + weekLength - 1, 'week')
    }
    case 'month':
      return monthsInterval(year, month + offset, 1, 'month')
    case 'quarter':
      return monthsInterval(year, month - ((month - 1) % 3) + offset * 3, 3, 'quarter')
    case 'year':
      return yearsInterval(year + offset, 1, 'year')
    case 'decade':
      return yearsInterval(year - (year % 10) + offset * 10, 10, 'decade')
    case 'century':
      return centuryInterval(Math.ceil(year / 100) + offset)
  }
}

const unitYears: Readonly<Partial<Record<Unit, number>>> = { year: 1, decade: 10, century: 100 }
const unitMonths: Readonly<Partial<Record<Unit, number>>> = { month: 1, quarter: 3 }

/** The day at an offset from a day, clamped to the last day of its month. */
function moved(unit: Unit, count: number, today: number): number {
  if (unit === 'day') return today + count
  if (unit === 'week') return today + count * weekLength
  const { year, month, day } = dayOfNumber(today)
  const months = (year + (unitYears[unit] ?? 0) * count) * 12 + month - 1 + (unitMonths[unit] ?? 0) * count
  const [newYear, newMonth] = [Math.floor(months / 12), (months % 12) + 1]
  return dayNumber({ year: newYear, month: newMonth, day: Math.min(day, monthLength(newYear, newMonth)) })
}

function reachInterval(unit: Unit, count: number, today: number): Interval | null {
  const other = moved(unit, count, today)
  return numbersInterval(Math.min(today, other), Math.max(today, other), 'span')
}

/**
 * The days that a time expression refers to in an article with an ISO date, or null for an article without one. Returns null if
 * the text does not determine them. A stated year never depends on the article's date.
 */
export function resolveTime({ meaning, weekday }: TimeExpression, today: string | null): Interval | null {
  if (meaning.kind === 'stated') return meaning.interval
  const number = today === null ? null : numberOfIso(today)
  if (meaning.kind === 'open' || number === null) return null
  switch (meaning.kind) {
    case 'yearly':
      return yearlyInterval(meaning, weekday, number)
    case 'weekday':
      return weekdayInterval(meaning, number)
    case 'unit':
      return unitInterval(meaning.unit, meaning.offset, number)
    case 'night':
      return numbersInterval(number + meaning.offset - 1, number + meaning.offset, 'span')
    case 'reach':
      return reachInterval(meaning.unit, meaning.count, number)
  }
}

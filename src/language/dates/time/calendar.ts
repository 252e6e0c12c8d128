/** A day of the Gregorian calendar; `month` is 1 to 12. */
export interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The precision of a time in a text. Weeks start on Monday; `span` is any other range. */
export type Precision = 'day' | 'week' | 'month' | 'quarter' | 'season' | 'year' | 'decade' | 'century' | 'span'

/** A range of days in ISO form, both ends included. No time zone: these are calendar days. */
export interface Interval {
  readonly start: string
  readonly end: string
  readonly precision: Precision
}

/** Whether two ranges of days have a day in common. */
export function shareDay(a: Pick<Interval, 'start' | 'end'>, b: Pick<Interval, 'start' | 'end'>): boolean {
  return a.start <= b.end && b.start <= a.end
}

const firstYear = 1
const lastYear = 9999
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** The number of days in a month; 0 for an invalid month. */
export function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0)
}

/** Whether a date is valid, in a year that ISO form can write (1 to 9999). */
export function isCalendarDay({ year, month, day }: CalendarDay): boolean {
  return year >= firstYear && year <= lastYear && day >= 1 && day <= monthLength(year, month)
}

/** Days since 1 January 1970. Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil. */
export function dayNumber({ year, month, day }: CalendarDay): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The date of a day number. Source: as for `dayNumber`, civil_from_days. */
export function dayOfNumber(number: number): CalendarDay {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

/** The weekday of a day number, 0 for Sunday. */
export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7
}

function isoOf({ year, month, day }: CalendarDay): string {
  const pad = (value: number, length: number) => String(value).padStart(length, '0')
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** The ISO date of a day number. */
export function isoOfNumber(number: number): string {
  return isoOf(dayOfNumber(number))
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/

function parsedIso(text: string): CalendarDay | null {
  const [, year, month, day] = isoDate.exec(text) ?? []
  const date = { year: Number(year), month: Number(month), day: Number(day) }
  return isCalendarDay(date) ? date : null
}

/** Whether a text is a valid ISO date (`2024-02-30` is not). */
export function isIsoDate(text: string): boolean {
  return parsedIso(text) !== null
}

/** The day number of an ISO date, or null if it is invalid. */
export function numberOfIso(text: string): number | null {
  const day = parsedIso(text)
  return day === null ? null : dayNumber(day)
}

/** The range between two days, or null if one is invalid or they are in the wrong order. */
export function intervalOf(start: CalendarDay, end: CalendarDay, precision: Precision): Interval | null {
  if (!isCalendarDay(start) || !isCalendarDay(end)) return null
  const interval = { start: isoOf(start), end: isoOf(end), precision }
  return interval.start <= interval.end ? interval : null
}

/** One day, or null if it is invalid. */
export function dayInterval(day: CalendarDay): Interval | null {
  return intervalOf(day, day, 'day')
}

/** The range between two day numbers. */
export function numbersInterval(start: number, end: number, precision: Precision): Interval | null {
  return intervalOf(dayOfNumber(start), dayOfNumber(end), precision)
}

/** One or more consecutive months; a month below 1 or above 12 falls into an adjacent year. */
export function monthsInterval(year: number, month: number, count: number, precision: Precision): Interval | null {
  const at = (months: number) => ({
    year: year + Math.floor((months - 1) / 12),
    month: ((((months - 1) % 12) + 12) % 12) + 1,
  })
  const [first, last] = [at(month), at(month + count - 1)]
  return intervalOf({ ...first, day: 1 }, { ...last, day: monthLength(last.year, last.month) }, precision)
}

/** One or more consecutive years. */
export function yearsInterval(year: number, count: number, precision: Precision): Interval | null {
  return monthsInterval(year, 1, count * 12, precision)
}

/** A century by its number: the 19th is 1801 to 1900. */
export function centuryInterval(number: number): Interval | null {
  return yearsInterval(number * 100 - 99, 100, 'century')
}

/** A range in the shortest ISO form: a day, a month, a year, or both ends in that form ("2011-07 to 2011-09"). */
export function shortestForm({ start, end }: Interval): string {
  if (start === end) return start
  const [first, last] = [parsedIso(start), parsedIso(end)]
  const isWholeMonths = first?.day === 1 && last !== null && last.day === monthLength(last.year, last.month)
  const isWholeYears = isWholeMonths && first.month === 1 && last.month === 12
  const length = isWholeYears ? 4 : isWholeMonths ? 7 : 10
  const [from, to] = [start.slice(0, length), end.slice(0, length)]
  return from === to ? from : `${from} to ${to}`
}

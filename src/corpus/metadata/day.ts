import { fullMonths, shortMonths } from '../../language/dates/parts/word-lists.ts'
import { isIsoDate } from '../../language/dates/time/calendar.ts'

// Days as people write them in metadata: with or without zero padding, with slashes or dots, with the month in words, with times and zones.

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?=$|[T\s,])/i
const compact = /^(\d{4})(\d{2})(\d{2})(?=$|[T\s])/
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?=$|[\s,])/
const weekday = String.raw`(?:[a-z]{2,9}\.?,?\s+)?`
const dayOfMonth = String.raw`(\d{1,2})(?:st|nd|rd|th)?`
const monthName = String.raw`([a-z]{3,9})\.?`
const dayFirst = new RegExp(
  String.raw`^${weekday}(?:the\s+)?${dayOfMonth}(?:\s+of)?[\s.-]+${monthName}[\s,-]+(\d{4})(?!\d)`,
  'i',
)
const monthFirst = new RegExp(String.raw`^${weekday}${monthName}\s+${dayOfMonth},?\s+(\d{4})(?!\d)`, 'i')

function iso(year: string | undefined, month: number | string | undefined, day: string | undefined): string | null {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isIsoDate(date) ? date : null
}

function monthOf(name: string | undefined): number | undefined {
  const word = name?.toLowerCase() ?? ''
  return fullMonths.get(word) ?? shortMonths.get(word)
}

/** A day written as numbers with its year last: dots put the day first; otherwise only a number above 12 shows which is the day. */
function numericDay([, first = '', sign, second = '', year]: RegExpExecArray): string | null {
  if (sign === '.' || Number(first) > 12 || first === second) return iso(year, second, first)
  return Number(second) > 12 ? iso(year, first, second) : null
}

/** The day that a text begins with, as `YYYY-MM-DD`; null if there is none, or if it may be one of two. A time zone is not applied. */
export function readDay(text: string): string | null {
  const shown = text.trim()
  const [, year, , month, day] = yearFirst.exec(shown) ?? []
  if (year !== undefined) return iso(year, month, day)
  const [, compactYear, compactMonth, compactDay] = compact.exec(shown) ?? []
  if (compactYear !== undefined) return iso(compactYear, compactMonth, compactDay)
  const numeric = yearLast.exec(shown)
  if (numeric !== null) return numericDay(numeric)
  const [, dayBefore, nameAfter, yearAfter] = dayFirst.exec(shown) ?? []
  if (dayBefore !== undefined) return iso(yearAfter, monthOf(nameAfter), dayBefore)
  const [, nameBefore, dayAfter, lastYear] = monthFirst.exec(shown) ?? []
  return nameBefore === undefined ? null : iso(lastYear, monthOf(nameBefore), dayAfter)
}

const mayBeDay = /(?<![\p{L}\d])(?:\d{1,4}[-/.]\d|\d{1,2}(?:st|nd|rd|th)?\s+\p{L}|\p{L}{3,9}\.?\s+\d)/gu

/** The first day in a line of metadata, as `YYYY-MM-DD`, or null. */
export function dayIn(line: string): string | null {
  for (const { index } of line.slice(0, 500).matchAll(mayBeDay)) {
    const day = readDay(line.slice(index, index + 60))
    if (day !== null) return day
  }
  return null
}

/** With or without separators, perhaps with a time of day ("202403251405"); without padding only between equal separators. */
const inName =
  /(?:^|[^\d])((?:19|20)\d{2})(?:[-_.]?(\d{2})[-_.]?(\d{2})(?=(?:\d{4}|\d{6})?(?:\D|$))|([-_.])(\d{1,2})\4(\d{1,2})(?!\d))/
const inPath = /(?:^|\/)((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})(?=[/_-]|$)/

/** The day in a path or address: in the name ("2024-03-25-title", "2024-3-5", "20241119") or as folders ("2019/02/22"). */
export function dayInPath(path: string): string | null {
  const [, year, month, day] = inPath.exec(path) ?? []
  const folders = year === undefined ? null : iso(year, month, day)
  if (folders !== null) return folders
  for (const part of path.split('/').reverse()) {
    const [, nameYear, month2, day2, , month1, day1] = inName.exec(part) ?? []
    const found = nameYear === undefined ? null : iso(nameYear, month2 ?? month1, day2 ?? day1)
    if (found !== null) return found
  }
  return null
}

import { readTimes } from '../../src/language/dates/read-times.ts'
import { type NamedTime, namedTime } from '../../src/language/dates/time/named-time.ts'

/** The times of a text in an article of a day, or of none. */
export function timesOf(text: string, today: string | null): readonly NamedTime[] {
  return readTimes(text).map((time) => namedTime(time, today))
}

function edge(day: string, isEnd: boolean): string {
  const [year = '', month, date] = day.split('-')
  const shown = year.padStart(4, '0')
  if (date !== undefined) return `${shown}-${month}-${date}`
  if (!isEnd) return `${shown}-${month ?? '01'}-01`
  // The day before the first of the next month.
  const last = new Date(Date.UTC(2000, 0, 1))
  last.setUTCFullYear(Number(year), month === undefined ? 12 : Number(month), 0)
  return `${shown}-${month ?? '12'}-${String(last.getUTCDate()).padStart(2, '0')}`
}

/** Both ends of what a row of `forms.ts` says that a time means; null for `?`. */
export function daysOf(meaning: string): readonly [string, string] | null {
  if (meaning === '?') return null
  const [first = '', last = first] = meaning.split('..')
  return [edge(first, false), edge(last, true)]
}

/** A marked sentence without its braces, and the ranges that they enclose. */
export function unmarked(marked: string): { readonly text: string; readonly spans: readonly string[] } {
  return { text: marked.replace(/[{}]/g, ''), spans: [...marked.matchAll(/\{([^}]*)\}/g)].map(([, span = '']) => span) }
}

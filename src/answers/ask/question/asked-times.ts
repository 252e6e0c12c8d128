import type { Article } from '../../../corpus/article/article.ts'
import { readTimes } from '../../../language/dates/read-times.ts'
import { type Interval, type Precision, yearsInterval } from '../../../language/dates/time/calendar.ts'
import { namedTime } from '../../../language/dates/time/named-time.ts'
import { overlaps, type Range } from '../../../language/text/range.ts'
import { oncePerObject } from '../../../resources/once-per-key.ts'

/** A time that a question limits its answers to. Offsets are relative to the question. */
export interface AskedTime extends Range {
  readonly interval: Interval
  /** Whether it has a year of its own. "Last year" has none. */
  readonly isStated: boolean
}

const limiting: ReadonlySet<Precision> = new Set(['month', 'quarter', 'season', 'year'])
/** Words that make the time after them the beginning or end of a period. */
const boundary = /\b(?:since|after|before|until|till|by|from|to)\s+$/i

/**
 * The years, seasons and months that a question names. "Last year" is relative to the date of the newest article, so that an answer depends
 * only on the question and the articles.
 */
export function askedTimes(text: string, newest: string | null): readonly AskedTime[] {
  return readTimes(text).flatMap((time) => {
    const { start, end, interval } = namedTime(time, newest)
    if (interval === null || !limiting.has(interval.precision) || boundary.test(text.slice(0, start))) return []
    return [{ start, end, interval, isStated: time.meaning.kind === 'stated' }]
  })
}

const bareYear = /(?<![\p{L}\p{N}.,-])(?:1[5-9]|20)\d\d(?![\p{L}\p{N}-]|[.,]\d)/gu

/** The times that a topic names, including bare years: in "regatta 2024", no word says that the number is a year. */
export function topicTimes(text: string, newest: string | null): readonly AskedTime[] {
  const times = askedTimes(text, newest)
  const read = readTimes(text)
  const years = [...text.matchAll(bareYear)].flatMap(({ index, 0: year }): AskedTime[] => {
    const place = { start: index, end: index + year.length }
    const interval = yearsInterval(Number(year), 1, 'year')
    if (interval === null || read.some((time) => overlaps(time, place))) return []
    return [{ ...place, interval, isStated: true }]
  })
  return [...times, ...years]
}

/** The date of the newest of some articles; null if none has a date. */
export const newestDate = oncePerObject((articles: readonly Article[]): string | null =>
  articles.reduce<string | null>(
    (newest, { date }) => (date !== null && (newest === null || date > newest) ? date : newest),
    null,
  ),
)

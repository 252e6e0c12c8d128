import { asSentence } from '../../../language/analysis/sentence.ts'
import type { Interval, Precision } from '../../../language/dates/time/calendar.ts'
import { namedTime } from '../../../language/dates/time/named-time.ts'
import type { Range } from '../../../language/text/range.ts'

/** A time that a question limits its answers to. Offsets are relative to the question. */
export interface AskedTime extends Range {
  readonly interval: Interval
  /** Whether it has a year of its own. "Last year" has none. */
  readonly isStated: boolean
}

const limiting: ReadonlySet<Precision> = new Set(['month', 'quarter', 'season', 'year'])
/** Words before a time that make it a beginning or an end. */
const boundary = /\b(?:since|after|before|until|till|by|from|to)\s+$/i

/**
 * The years, seasons and months that a question names. "Last year" is read from the date of the newest article, so that an answer depends on
 * nothing but question and articles.
 */
export function askedTimes(text: string, newest: string | null): readonly AskedTime[] {
  return asSentence(text).times.flatMap((time) => {
    const { start, end, interval } = namedTime(time, newest)
    if (interval === null || !limiting.has(interval.precision) || boundary.test(text.slice(0, start))) return []
    return [{ start, end, interval, isStated: time.meaning.kind === 'stated' }]
  })
}

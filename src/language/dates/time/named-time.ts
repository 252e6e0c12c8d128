import type { Range } from '../../text/range.ts'
import type { Interval } from './calendar.ts'
import { resolveTime } from './resolve-time.ts'
import type { TimeExpression } from './time-expression.ts'

/** A time that a text names, as its article's date makes it out. Offsets are the text's own. */
export interface NamedTime extends Range {
  /** The days it means; null if they are not certain. */
  readonly interval: Interval | null
  /** The day of the week that it names, 0 for Sunday, or null. */
  readonly weekday: number | null
  /** Minutes after midnight if it names an hour of the day, or null. */
  readonly clock: number | null
}

/** A time with the days it means in an article of a day in ISO form, or null for an article without a date. */
export function namedTime(time: TimeExpression, today: string | null): NamedTime {
  const { start, end, weekday, clock } = time
  return { start, end, interval: resolveTime(time, today), weekday, clock }
}

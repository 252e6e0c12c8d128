import type { Range } from '../../text/range.ts'
import type { Interval } from './calendar.ts'
import type { ClockTime } from './clock-time.ts'
import { resolveTime } from './resolve-time.ts'
import type { TimeExpression } from './time-expression.ts'

/** A time in a text, resolved with its article's date. Offsets are relative to the text. */
export interface NamedTime extends Range {
  /** The days it refers to; null if uncertain. */
  readonly interval: Interval | null
  /** The weekday it names, 0 for Sunday, or null. */
  readonly weekday: number | null
  /** The time of day that it names, or null. */
  readonly clock: ClockTime | null
}

/** Resolves a time in an article with an ISO date, or null for an article without one. */
export function namedTime(time: TimeExpression, today: string | null): NamedTime {
  const { start, end, weekday, clock } = time
  return { start, end, interval: resolveTime(time, today), weekday, clock }
}

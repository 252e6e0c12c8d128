import type { Range } from '../../text/range.ts'
import type { Interval, Precision } from './calendar.ts'
import type { ClockTime } from './clock-time.ts'

/**
 * Which occurrence of a recurring time is meant: `last` ended before the article's day, `next` begins after it; `latest` is the
 * last one that has begun, `coming` the first one that has not ended; `near` is the coming one if it begins within three months,
 * otherwise the latest; `nearest` is whichever of the two is fewer days away; `this` is the one in the article's year.
 */
export type Side = 'last' | 'latest' | 'near' | 'nearest' | 'this' | 'coming' | 'next'

/** A range that recurs every year. If its end is before its start, it ends in the following year. */
export interface Yearly {
  readonly startMonth: number
  readonly startDay: number
  readonly endMonth: number
  /** The last day, in `endMonth`; null for the last day of the month. */
  readonly endDay: number | null
  readonly precision: Precision
}

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century'

/** The meaning of a time expression before it is resolved against the article's date. */
export type Meaning =
  /** Has a stated year. Null if the date is invalid or too early to represent. */
  | { readonly kind: 'stated'; readonly interval: Interval | null }
  /** Part of an unstated year: by side, or by offset in years from the article's. */
  | {
      readonly kind: 'yearly'
      readonly yearly: Yearly
      readonly side: Side
      readonly yearOffset: number | null
    }
  /** One weekday or a range of two: by week offset from the article's week, or by side. */
  | {
      readonly kind: 'weekday'
      readonly weekday: number
      readonly endWeekday: number
      readonly side: Side
      readonly weekOffset: number | null
    }
  /** The calendar unit at an offset from the article's: "last month" is -1. */
  | { readonly kind: 'unit'; readonly unit: Unit; readonly offset: number }
  /** The night between two days; the later day is at this offset from the article's. */
  | { readonly kind: 'night'; readonly offset: number }
  /** A number of units up to the article's day, or from it if `count` is above 0. */
  | { readonly kind: 'reach'; readonly unit: Unit; readonly count: number }
  /** Depends on another time, or is too vague to resolve. */
  | { readonly kind: 'open' }

/** A range of a text that names a time. Offsets are relative to the text. */
export interface TimeExpression extends Range {
  readonly meaning: Meaning
  /** The weekday it names, 0 for Sunday, or null. */
  readonly weekday: number | null
  /** The time of day that it names, or null. */
  readonly clock: ClockTime | null
}

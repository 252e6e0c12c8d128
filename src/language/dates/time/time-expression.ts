import type { Range } from '../../text/range.ts'
import type { Interval, Precision } from './calendar.ts'

/**
 * Which one of those that come again is meant: `last` ended before the article's day, `next` begins after it; `latest` is the
 * last that has begun, `coming` the first that has not ended; `near` is the coming one if it begins within three months, else the
 * latest, and `nearest` the one of both that is fewer days away; `this` is the one of the article's year.
 */
export type Side = 'last' | 'latest' | 'near' | 'nearest' | 'this' | 'coming' | 'next'

/** A stretch that comes again every year. An end before its start is in the following year. */
export interface Yearly {
  readonly startMonth: number
  readonly startDay: number
  readonly endMonth: number
  /** The day of `endMonth` that it ends with; null for the month's last. */
  readonly endDay: number | null
  readonly precision: Precision
}

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century'

/** What a time expression says, before it is resolved against the article's date. */
export type Meaning =
  /** It states its year. Null if the calendar has no such day, or does not reach so far back. */
  | { readonly kind: 'stated'; readonly interval: Interval | null }
  /** A stretch of a year that is not stated: by its side, or by how many years it is from the article's. */
  | {
      readonly kind: 'yearly'
      readonly yearly: Yearly
      readonly side: Side
      readonly yearOffset: number | null
    }
  /** The days from one of the week to another, or one: in a week so many weeks from the article's, or by their side. */
  | {
      readonly kind: 'weekday'
      readonly weekday: number
      readonly endWeekday: number
      readonly side: Side
      readonly weekOffset: number | null
    }
  /** The calendar unit so many units from the article's: "last month" is -1. */
  | { readonly kind: 'unit'; readonly unit: Unit; readonly offset: number }
  /** The night from one day to the next; the later one is so many days from the article's. */
  | { readonly kind: 'night'; readonly offset: number }
  /** So many units up to the article's day, or from it on if `count` is above 0. */
  | { readonly kind: 'reach'; readonly unit: Unit; readonly count: number }
  /** A time that depends on another one, or that is given too vaguely to be resolved. */
  | { readonly kind: 'open' }

/** A stretch of a text that names a time. Offsets are the text's own. */
export interface TimeExpression extends Range {
  readonly meaning: Meaning
  /** The day of the week that it names, 0 for Sunday, or null. */
  readonly weekday: number | null
  /** Minutes after midnight if it names an hour of the day, or null. */
  readonly clock: number | null
}

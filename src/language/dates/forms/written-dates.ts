import {
  countedAt,
  dayAt,
  type Month,
  monthAt,
  ordinalAt,
  ordinalWordAt,
  type Read,
  type Tokens,
  weekdayAt,
  yearAt,
} from '../parts/parts.ts'
import { isDash, isGlued, markAt, wordAt } from '../parts/tokens.ts'
import { type AnotherYear, anotherYearAt } from './another-year.ts'

/** A day or a month as it is written; what it leaves out is null. Places are those of tokens. */
export interface Written {
  readonly first: number
  readonly next: number
  readonly weekday: number | null
  readonly day: number | null
  readonly month: Month
  readonly year: number | null
  /** Its year as one that is so far from the article's, or that depends on another time. */
  readonly anotherYear: AnotherYear | null
  readonly isMonthFirst: boolean
}

/** The place after a hyphen or a slash that is glued on both sides ("20-Jan-2016"), or the place itself. */
export function behindHyphen(tokens: Tokens, at: number): number {
  const mark = markAt(tokens, at)
  return (isDash(mark) || mark === '/') && isGlued(tokens, at) && isGlued(tokens, at + 1) ? at + 1 : at
}

/** The year after a day or a month at a place, after a comma, "of" or a hyphen. */
export function yearBehind(tokens: Tokens, at: number): Read<number> | null {
  const glued = behindHyphen(tokens, at)
  if (glued > at) return tokens[glued]?.kind === 'number' ? yearAt(tokens, glued) : null
  const hasComma = markAt(tokens, at) === ','
  const hasJoint = hasComma || wordAt(tokens, at) === 'of' || wordAt(tokens, at) === 'in'
  const place = wordAt(tokens, hasJoint ? at + 1 : at) === 'of' ? at + 2 : hasJoint ? at + 1 : at
  const year = yearAt(tokens, place)
  if (year === null || hasComma) return year
  // "On May 3 2005 people came": without a comma, a number that counts something is no year.
  const counted = countedAt(tokens, year.next)
  return counted === 'people' || counted === 'something' ? null : year
}

export function leadOf(tokens: Tokens, at: number): string {
  const lead = wordAt(tokens, at - 1)
  return lead === 'the' ? wordAt(tokens, at - 2) : lead
}

/** The year after a day or a month at a place: stated, another one's, or none. */
function anyYearBehind(tokens: Tokens, at: number): Pick<Written, 'year' | 'anotherYear' | 'next'> {
  const year = yearBehind(tokens, at)
  if (year !== null) return { year: year.value, anotherYear: null, next: year.next }
  const anotherYear = anotherYearAt(tokens, at)
  return { year: null, anotherYear, next: anotherYear?.next ?? at }
}

/** "May 3, 2005", "May 2005", "May". */
function monthFirstAt(tokens: Tokens, at: number): Written | null {
  const name = monthAt(tokens, at)
  if (name === null) return null
  const month = name.value
  const dayPlace = wordAt(tokens, name.next) === 'the' && ordinalAt(tokens, name.next + 1) ? name.next + 1 : name.next
  const day = dayAt(tokens, dayPlace)
  if (day !== null) {
    const { year, anotherYear, next } = anyYearBehind(tokens, day.next)
    const isDated = year !== null || anotherYear !== null
    if (isDated || (month.isLikely && !isCount(tokens, at, day.next))) {
      return { first: at, next, weekday: null, day: day.value, month, year, anotherYear, isMonthFirst: true }
    }
  }
  const { year, anotherYear, next } = anyYearBehind(tokens, name.next)
  if (year === null && !month.isLikely) return null
  return { first: at, next, weekday: null, day: null, month, year, anotherYear, isMonthFirst: true }
}

/** Whether the number after a month counts something ("in May 20 boats sank"). */
function isCount(tokens: Tokens, at: number, next: number): boolean {
  const counted = countedAt(tokens, next)
  return counted === 'something' || (counted !== 'nothing' && leadOf(tokens, at) === 'in')
}

/** "3 May 2005", "the 3rd of May", "the third of May". */
export function dayFirstAt(tokens: Tokens, at: number): Written | null {
  const digits = dayAt(tokens, at)
  const day = digits ?? ordinalWordAt(tokens, at)
  if (day === null || day.value > 31) return null
  const hasOf = wordAt(tokens, day.next) === 'of'
  if (digits === null && !hasOf) return null
  const name = monthAt(tokens, hasOf ? day.next + 1 : behindHyphen(tokens, day.next))
  if (name === null) return null
  const { year, anotherYear, next } = anyYearBehind(tokens, name.next)
  if (year === null && !name.value.isLikely) return null
  return { first: at, next, weekday: null, day: day.value, month: name.value, year, anotherYear, isMonthFirst: false }
}

/** "2014 Aug", "2014 August 5"; not if the month has a year of its own after it. */
function yearFirstAt(tokens: Tokens, at: number): Written | null {
  const year = tokens[at]?.kind === 'number' ? yearAt(tokens, at) : null
  if (year === null) return null
  const name = monthAt(tokens, markAt(tokens, year.next) === ',' ? year.next + 1 : year.next)
  if (name === null || !name.value.isLikely || yearBehind(tokens, name.next) !== null) return null
  const day = dayAt(tokens, name.next)
  const isDay = day !== null && countedAt(tokens, day.next) === 'nothing'
  if (!isDay && wordAt(tokens, name.next) !== '') return null
  return {
    first: at,
    next: isDay ? day.next : name.next,
    weekday: null,
    day: isDay ? day.value : null,
    month: name.value,
    year: year.value,
    anotherYear: null,
    isMonthFirst: false,
  }
}

function plainDateAt(tokens: Tokens, at: number): Written | null {
  return monthFirstAt(tokens, at) ?? dayFirstAt(tokens, at) ?? yearFirstAt(tokens, at)
}

/** A day or a month, a day of the week in front of it included. */
export function writtenAt(tokens: Tokens, at: number): Written | null {
  const weekday = weekdayAt(tokens, at)
  if (weekday === null) return plainDateAt(tokens, at)
  let place = weekday.next
  if (markAt(tokens, place) === ',') place++
  if (wordAt(tokens, place) === 'the') place++
  const date = plainDateAt(tokens, place)
  return date === null || date.day === null ? null : { ...date, first: at, weekday: weekday.value }
}

export function hasYear({ year, anotherYear }: Written): boolean {
  return year !== null || anotherYear !== null
}

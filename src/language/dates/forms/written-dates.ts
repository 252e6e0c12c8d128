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

/** A day or a month as written; missing parts are null. Positions are token indexes. */
export interface Written {
  readonly first: number
  readonly next: number
  readonly weekday: number | null
  readonly day: number | null
  readonly month: Month
  readonly year: number | null
  /** A year relative to the article's, or one that depends on another time. */
  readonly anotherYear: AnotherYear | null
  readonly isMonthFirst: boolean
  readonly isYearFirst: boolean
}

/** The index after a hyphen or slash with no space around it ("20-Jan-2016"), otherwise the index itself. */
export function behindHyphen(tokens: Tokens, at: number): number {
  const mark = markAt(tokens, at)
  return (isDash(mark) || mark === '/') && isGlued(tokens, at) && isGlued(tokens, at + 1) ? at + 1 : at
}

/** The index after "of", "in", "back in", "in the year" and the like, otherwise the index itself. */
function behindYearLead(tokens: Tokens, at: number): number {
  let place = wordAt(tokens, at) === 'back' ? at + 1 : at
  if (wordAt(tokens, place) !== 'of' && wordAt(tokens, place) !== 'in') return at
  place++
  if (wordAt(tokens, place) === 'of') place++
  return wordAt(tokens, place) === 'the' && wordAt(tokens, place + 1) === 'year' ? place + 2 : place
}

/** Reads the year after a day or a month, after a comma, a bracket, "of", "in" or a hyphen. */
export function yearBehind(tokens: Tokens, at: number): Read<number> | null {
  const glued = behindHyphen(tokens, at)
  if (glued > at) return tokens[glued]?.kind === 'number' ? yearAt(tokens, glued) : null
  const isBracketed = markAt(tokens, at) === '('
  const hasComma = markAt(tokens, at) === ','
  const lead = hasComma || isBracketed ? at + 1 : at
  const place = behindYearLead(tokens, lead)
  const year = yearAt(tokens, place)
  if (year === null || (hasComma && place === lead)) return year
  if (isBracketed) return markAt(tokens, year.next) === ')' ? year : null
  // "On May 3 2005 people came": without a comma, a number that counts something is not a year.
  const counted = countedAt(tokens, year.next)
  if (hasComma) return counted === 'nothing' ? year : null
  return counted === 'people' || counted === 'something' ? null : year
}

export function leadOf(tokens: Tokens, at: number): string {
  const lead = wordAt(tokens, at - 1)
  return lead === 'the' ? wordAt(tokens, at - 2) : lead
}

/** The year after a day or a month: stated, relative, or none. */
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
      return {
        first: at,
        next,
        weekday: null,
        day: day.value,
        month,
        year,
        anotherYear,
        isMonthFirst: true,
        isYearFirst: false,
      }
    }
  }
  const { year, anotherYear, next } = anyYearBehind(tokens, name.next)
  if (year === null && !month.isLikely) return null
  return { first: at, next, weekday: null, day: null, month, year, anotherYear, isMonthFirst: true, isYearFirst: false }
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
  return {
    first: at,
    next,
    weekday: null,
    day: day.value,
    month: name.value,
    year,
    anotherYear,
    isMonthFirst: false,
    isYearFirst: false,
  }
}

/** "2014 Aug", "2014 August 5"; not if the month has its own year after it. */
function yearFirstAt(tokens: Tokens, at: number): Written | null {
  const year = tokens[at]?.kind === 'number' ? yearAt(tokens, at) : null
  if (year === null) return null
  const joined = joinedToYearAt(tokens, at, year)
  if (joined !== null) return joined
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
    isYearFirst: true,
  }
}

/** Words before a year in which something happened, rather than the end of a range ("since 2010"). */
const leadsOfYear = new Set(['in', 'of', 'during', 'year'])
const leadsOfDay = new Set(['on', 'in', 'from', 'between'])

/** "In 2010, on May 5", "in 2010 (5 May)", "in 2010, from May 5 to May 9": a day or a month next to its year. */
function joinedToYearAt(tokens: Tokens, at: number, year: Read<number>): Written | null {
  if (!leadsOfYear.has(wordAt(tokens, at - 1))) return null
  const mark = markAt(tokens, year.next)
  const lead = mark === ',' || mark === '(' ? year.next + 1 : year.next
  let place = leadsOfDay.has(wordAt(tokens, lead)) ? lead + 1 : lead
  if (place === year.next) return null
  if (wordAt(tokens, place) === 'the') place++
  const date = yearlessAt(tokens, place)
  if (date === null || hasYear(date) || (date.day === null && !monthLeadsOfYear.has(wordAt(tokens, lead)))) return null
  return { ...date, first: at, year: year.value, isYearFirst: true }
}

const monthLeadsOfYear = new Set(['in', 'from', 'between'])

/** A day or a month that does not begin with a year, including a weekday before it. */
function yearlessAt(tokens: Tokens, at: number): Written | null {
  return withWeekday(tokens, at, (place) => monthFirstAt(tokens, place) ?? dayFirstAt(tokens, place))
}

function plainDateAt(tokens: Tokens, at: number): Written | null {
  return monthFirstAt(tokens, at) ?? dayFirstAt(tokens, at) ?? yearFirstAt(tokens, at)
}

/** A date with the weekday before it, if any. */
function withWeekday(tokens: Tokens, at: number, dateAt: (place: number) => Written | null): Written | null {
  const weekday = weekdayAt(tokens, at)
  if (weekday === null) return dateAt(at)
  let place = weekday.next
  if (markAt(tokens, place) === ',') place++
  if (wordAt(tokens, place) === 'the') place++
  const date = dateAt(place)
  return date === null || date.day === null ? null : { ...date, first: at, weekday: weekday.value }
}

/** A day or a month, including a weekday before it. */
export function writtenAt(tokens: Tokens, at: number): Written | null {
  return withWeekday(tokens, at, (place) => plainDateAt(tokens, place))
}

export function hasYear({ year, anotherYear }: Written): boolean {
  return year !== null || anotherYear !== null
}

import { type Draft, type Found, oneTime, open, sideIn } from '../parts/draft.ts'
import { ordinalAt, type Read, type Tokens, yearAt } from '../parts/parts.ts'
import { isApostrophe, isDash, isGlued, markAt, numberAt, wordAt } from '../parts/tokens.ts'
import { fixedHolidays, functionWords, movableHolidays, seasons } from '../parts/word-lists.ts'
import { dayInterval, type Interval, monthsInterval, yearsInterval } from '../time/calendar.ts'
import type { Meaning, Side, Yearly } from '../time/time-expression.ts'
import { anotherYearAt } from './another-year.ts'

// Parts of a year: quarters and halves, seasons, holidays.

/** Consecutive months of a year. A range that reaches into the next year ends there. */
function yearlyMonths(month: number, count: number, precision: Yearly['precision']): Yearly {
  return { startMonth: month, startDay: 1, endMonth: ((month + count - 2) % 12) + 1, endDay: null, precision }
}

/** The year of a part of a year, after "of", "in" or a comma. */
function yearOfPart(tokens: Tokens, at: number): Read<number> | null {
  const hasJoint = markAt(tokens, at) === ',' || wordAt(tokens, at) === 'of' || wordAt(tokens, at) === 'in'
  return yearAt(tokens, hasJoint ? at + 1 : at)
}

function yearlyMeaning(yearly: Yearly, side: Side, yearOffset: number | null = null): Meaning {
  return { kind: 'yearly', yearly, side, yearOffset }
}

/** The meaning of a part of a year without a stated year: the tense determines the year, otherwise it is open. */
function bySureTense(yearly: Yearly): Draft['meaning'] {
  return (tense) => (tense === 'unknown' ? open : yearlyMeaning(yearly, sideIn(tense)))
}

/** Reads a part of a year with its year at an index, or null. */
function dated(tokens: Tokens, first: number, next: number, yearly: Yearly): Found | null {
  const another = anotherYearAt(tokens, next)
  if (another === null) return null
  const meaning = another.offset === null ? open : yearlyMeaning(yearly, 'this', another.offset)
  return oneTime(first, another.next, meaning)
}

interface PartOfYear {
  readonly month: number
  readonly count: number
  readonly precision: 'quarter' | 'span'
  readonly next: number
  /** Whether it is written as a code ("Q3"). */
  readonly isCode: boolean
}

function quarter(number: number, next: number, isCode: boolean): PartOfYear | null {
  return number < 1 || number > 4 ? null : { month: number * 3 - 2, count: 3, precision: 'quarter', next, isCode }
}

function half(number: number, next: number, isCode: boolean): PartOfYear | null {
  return number < 1 || number > 2 ? null : { month: number * 6 - 5, count: 6, precision: 'span', next, isCode }
}

/** "Q3", "H1", "third quarter", "second half". */
function partOfYearAt(tokens: Tokens, at: number): PartOfYear | null {
  const word = wordAt(tokens, at)
  const code = /^([qh])([1-4])$/.exec(word)
  if (code !== null && tokens[at]?.capital === true) {
    return code[1] === 'q' ? quarter(Number(code[2]), at + 1, true) : half(Number(code[2]), at + 1, true)
  }
  const number = ordinalAt(tokens, at)
  if (number === null) return null
  const place = isDash(markAt(tokens, number.next)) ? number.next + 1 : number.next
  const noun = wordAt(tokens, place)
  if (noun === 'quarter') return quarter(number.value, place + 1, false)
  return noun === 'half' ? half(number.value, place + 1, false) : null
}

/** "Q3 2011", "the third quarter of 2011", "the first half of last year", "Q3". */
export function partOfYearDateAt(tokens: Tokens, at: number): Found | null {
  const part = partOfYearAt(tokens, at)
  if (part === null) return null
  const year = yearOfPart(tokens, part.next)
  if (year !== null) {
    const interval = monthsInterval(year.value, part.month, part.count, part.precision)
    return oneTime(at, year.next, { kind: 'stated', interval })
  }
  const yearly = yearlyMonths(part.month, part.count, part.precision)
  const found = dated(tokens, at, part.next, yearly)
  if (found !== null || !part.isCode || part.precision !== 'quarter') return found
  return oneTime(at, part.next, (tense) => yearlyMeaning(yearly, sideIn(tense)))
}

/** "2011 Q1". */
export function yearWithQuarterAt(tokens: Tokens, at: number): Found | null {
  const year = tokens[at]?.kind === 'number' && !isGlued(tokens, at) ? yearAt(tokens, at) : null
  const part = year === null ? null : partOfYearAt(tokens, year.next)
  if (year === null || part === null || !part.isCode) return null
  const interval = monthsInterval(year.value, part.month, part.count, part.precision)
  return oneTime(at, part.next, { kind: 'stated', interval })
}

const winter = 12
const seasonLength = 3

/** Reads the second year of a winter ("2010-11", "2010/11"). */
function secondYearAt(tokens: Tokens, at: number, first: number): number | null {
  const mark = markAt(tokens, at)
  const isJoint = (isDash(mark) || mark === '/') && isGlued(tokens, at) && isGlued(tokens, at + 1)
  if (!isJoint) return null
  const isNext = numberAt(tokens, at + 1, 2) === (first + 1) % 100 || numberAt(tokens, at + 1, 4) === first + 1
  return isNext ? at + 2 : null
}

/** A winter spans two years: if only one is stated, only that year is certain. */
function seasonInterval(month: number, year: number, hasTwoYears: boolean): Interval | null {
  if (month === winter && !hasTwoYears) return yearsInterval(year, 1, 'season')
  return monthsInterval(year, month, seasonLength, 'season')
}

export function seasonYearly(month: number): Yearly {
  return yearlyMonths(month, seasonLength, 'season')
}

const seasonLeads = new Set('in by until till since during over through early late mid last'.split(' '))

/** "the spring of 2010", "summer 1969", "the winter of 2010-11", "in the spring". */
export function seasonDateAt(tokens: Tokens, at: number): Found | null {
  const month = seasons.get(wordAt(tokens, at))
  if (month === undefined) return null
  const year = yearOfPart(tokens, at + 1)
  if (year !== null) {
    const next = secondYearAt(tokens, year.next, year.value)
    const interval = seasonInterval(month, year.value, next !== null)
    return oneTime(at, next ?? year.next, { kind: 'stated', interval })
  }
  const yearly = seasonYearly(month)
  const found = dated(tokens, at, at + 1, yearly)
  if (found !== null) return found
  const lead = wordAt(tokens, at - 1) === 'the' ? wordAt(tokens, at - 2) : wordAt(tokens, at - 1)
  const behind = wordAt(tokens, at + 1)
  // "In spring water", "in the fall in prices": not a season.
  const isNoun = behind !== '' && (!functionWords.has(behind) || behind === 'of' || (behind === 'in' && month === 9))
  return seasonLeads.has(lead) && !isNoun ? oneTime(at, at + 1, bySureTense(yearly)) : null
}

interface Holiday {
  /** Null if its date varies from year to year. */
  readonly yearly: Yearly | null
  readonly next: number
}

const maxHolidayWords = 3

/** The longest holiday name at an index, ignoring possessive endings ("New Year's Eve"). */
export function holidayAt(tokens: Tokens, at: number): Holiday | null {
  if (tokens[at]?.capital !== true) return null
  const words: string[] = []
  let found: Holiday | null = movableHolidays.has(wordAt(tokens, at)) ? { yearly: null, next: at + 1 } : null
  for (let place = at; words.length < maxHolidayWords; place++) {
    if (isApostrophe(markAt(tokens, place)) && isGlued(tokens, place)) {
      if (wordAt(tokens, place + 1) === 's' && isGlued(tokens, place + 1)) place++
      continue
    }
    const word = wordAt(tokens, place)
    if (word === '' || tokens[place]?.capital !== true) break
    words.push(word)
    const day = fixedHolidays.get(words.join(' '))
    if (day === undefined) continue
    const [startMonth, startDay] = day
    const yearly: Yearly = { startMonth, startDay, endMonth: startMonth, endDay: startDay, precision: 'day' }
    found = { yearly, next: place + 1 }
  }
  return found
}

const holidayLeads = new Set('on at by before after since until till over around during for from'.split(' '))

/** "Christmas Day 2009", "New Year's Eve, 1999", "Easter 2010", "at Christmas". */
export function holidayDateAt(tokens: Tokens, at: number): Found | null {
  const holiday = holidayAt(tokens, at)
  if (holiday === null) return null
  const { yearly } = holiday
  const year = yearOfPart(tokens, holiday.next)
  if (year !== null) {
    const interval =
      yearly === null
        ? yearsInterval(year.value, 1, 'year')
        : dayInterval({ year: year.value, month: yearly.startMonth, day: yearly.startDay })
    return oneTime(at, year.next, { kind: 'stated', interval })
  }
  const found = yearly === null ? null : dated(tokens, at, holiday.next, yearly)
  if (found !== null) return found
  const behind = wordAt(tokens, holiday.next)
  const isNoun = behind !== '' && !functionWords.has(behind)
  if (!holidayLeads.has(wordAt(tokens, at - 1)) || isNoun) return null
  if (yearly === null) return oneTime(at, holiday.next, open)
  return oneTime(at, holiday.next, (tense) => yearlyMeaning(yearly, sideIn(tense)))
}

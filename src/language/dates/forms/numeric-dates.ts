import { type Found, oneTime } from '../parts/draft.ts'
import { type Tokens, twoDigitYear } from '../parts/parts.ts'
import { isDash, isGlued, markAt, numberAt, type Token, wordAt } from '../parts/tokens.ts'
import { dayInterval, isCalendarDay, monthsInterval, yearsInterval } from '../time/calendar.ts'
import type { Meaning } from '../time/time-expression.ts'

// Dates in digits only: 2016-01-24, 24/01/2016, 24.01.2016, 2019-04.

function digitsOf(token: Token | undefined): number {
  return token?.kind === 'number' && token.value >= 0 ? token.end - token.start : 0
}

/** Whether a number is attached to the previous token and so part of something longer. */
function isPart(tokens: Tokens, at: number): boolean {
  return isGlued(tokens, at) && !/^[(["'\u2018\u2019\u201c]$/.test(markAt(tokens, at - 1))
}

/** Whether a number continues after an index; an hour after a day ("T10:00") does not count. */
function goesOn(tokens: Tokens, at: number): boolean {
  if (!isGlued(tokens, at)) return false
  const mark = markAt(tokens, at)
  if (mark === '') return !/^t\d/.test(wordAt(tokens, at))
  return /^[-./_=@#%]$/.test(mark) && isGlued(tokens, at + 1)
}

function stated(year: number, month: number, day: number): Meaning {
  return { kind: 'stated', interval: dayInterval({ year, month, day }) }
}

/** A date whose month and day may be in either order; only its year if both orders are valid dates. */
function eitherOrder(year: number, first: number, second: number, isDayFirst: boolean): Meaning | null {
  const dayFirst = isCalendarDay({ year, month: second, day: first })
  const monthFirst = isCalendarDay({ year, month: first, day: second })
  if (dayFirst && (isDayFirst || !monthFirst || first === second)) return stated(year, second, first)
  if (isDayFirst) return null
  if (monthFirst && !dayFirst) return stated(year, first, second)
  return dayFirst ? { kind: 'stated', interval: yearsInterval(year, 1, 'year') } : null
}

/** Reads a numeric date at an index, or null. */
export function numericDateAt(tokens: Tokens, at: number): Found | null {
  if (isPart(tokens, at)) return null
  const mark = markAt(tokens, at + 1)
  const isJoint = isDash(mark) || mark === '/' || mark === '.'
  if (!isJoint || !isGlued(tokens, at + 1) || !isGlued(tokens, at + 2)) return null
  const lengths = [digitsOf(tokens[at]), digitsOf(tokens[at + 2])]
  const [first, second] = [tokens[at]?.value ?? -1, tokens[at + 2]?.value ?? -1]
  const isThree = markAt(tokens, at + 3) === mark && isGlued(tokens, at + 3) && isGlued(tokens, at + 4)
  if (!isThree) return lengths.join() === '4,2' ? yearMonth(tokens, at, mark, first, second) : null
  const third = tokens[at + 4]?.value ?? -1
  lengths.push(digitsOf(tokens[at + 4]))
  if (goesOn(tokens, at + 5)) return null
  if (lengths[0] === 4 && first >= 1000 && (lengths[1] ?? 9) <= 2 && (lengths[2] ?? 9) <= 2 && third >= 0) {
    return oneTime(at, at + 5, stated(first, second, third))
  }
  if ((lengths[0] ?? 9) > 2 || (lengths[1] ?? 9) > 2 || first < 1 || second < 1) return null
  const isShort = lengths.join() === '2,2,2' && mark === '/'
  const year = numberAt(tokens, at + 4, 4) >= 1000 ? third : isShort ? twoDigitYear(third) : -1
  const meaning = year < 0 ? null : eitherOrder(year, first, second, mark === '.')
  return meaning === null ? null : oneTime(at, at + 5, meaning)
}

/**
 * "2019-04". With a hyphen and a number above the year's own last two digits ("2003-05") it may be a range of years: then it is
 * the full range of both years, which includes the month.
 */
function yearMonth(tokens: Tokens, at: number, mark: string, year: number, month: number): Found | null {
  if (mark !== '-' || year < 1000 || month < 1 || month > 12 || goesOn(tokens, at + 3)) return null
  const isStretch = month > year % 100
  const interval = isStretch
    ? yearsInterval(year, month - (year % 100) + 1, 'span')
    : monthsInterval(year, month, 1, 'month')
  return oneTime(at, at + 3, { kind: 'stated', interval })
}

import { isIrregularPast } from '../../vocabulary/irregular-forms.ts'
import { type Found, oneTime } from '../parts/draft.ts'
import { jointAt } from '../parts/joints.ts'
import { countedAt, endsYear, isStreetAt, type Read, type Tokens, yearAt } from '../parts/parts.ts'
import { isApostrophe, isDash, isGlued, markAt, numberAt, wordAt } from '../parts/tokens.ts'
import * as lists from '../parts/word-lists.ts'
import { type Interval, yearsInterval } from '../time/calendar.ts'

// Years, decades and centuries. A four-digit number is a year only if its context says so: most such numbers before a noun, after
// a name or in an address are not.

const firstLikely = 1500
const lastLikely = 2099

/** Whether a clause begins at an index. */
function opensClause(tokens: Tokens, at: number): boolean {
  return at === 0 || /^[,;:(\u2013\u2014\u201c"]$/.test(markAt(tokens, at - 1))
}

/** Whether the word before a number allows a year, given what the number may count. */
function isLed(tokens: Tokens, at: number, next: number, value: number): boolean {
  const lead = wordAt(tokens, at - 1)
  const before = wordAt(tokens, at - 2)
  const counted = countedAt(tokens, next)
  const isSure = lists.sureYearLeads.has(lead)
  if (counted === 'something' || (!isSure && (value < firstLikely || value > lastLikely))) return false
  if (counted !== 'nothing' && !lists.yearNouns.has(wordAt(tokens, next))) {
    const isOpening = opensClause(tokens, at - 1)
    if (lead === 'in' ? !isOpening : !isSure || counted === 'people') return false
  }
  if (isSure) return true
  if (isStreetAt(tokens, next)) return false
  if (lead === 'by' || lead === 'from') return !lists.changeVerbs.has(before)
  if (lead === 'of') return !lists.measureNouns.has(before)
  if (lead === 'for') return !lists.tradeVerbs.has(before)
  return true
}

const determiners = new Set('the a an its his her their our my this that s'.split(' '))

/** Whether the four-digit number at an index, which ends before `next`, is a year in its context. */
function isYear(tokens: Tokens, at: number, next: number, value: number): boolean {
  const lead = wordAt(tokens, at - 1)
  const mark = markAt(tokens, at - 1)
  const counted = countedAt(tokens, next)
  if (lists.yearLeads.has(lead)) return isLed(tokens, at, next, value)
  if (counted === 'something' || counted === 'people') return false
  if (value < firstLikely || value > lastLikely) return false
  if (isHyphenated(tokens, at) || isAbbreviated(tokens, at)) return true
  if (lead === 'to') return lists.datingWords.has(wordAt(tokens, at - 2))
  if (lead === 'than') return lists.timeComparisons.has(wordAt(tokens, at - 2))
  if (lead === 'with') return wordAt(tokens, at - 2) === 'compared'
  if (lead === 'as') return lists.sinceWhen.has(wordAt(tokens, at - 2))
  if (mark === '\u00a9') return true
  if (lists.yearNouns.has(lead) || lists.seasons.has(lead)) return counted === 'nothing'
  const follower = tokens[next]
  const isNoun =
    follower?.kind === 'word' &&
    !lists.functionWords.has(follower.folded) &&
    !isIrregularPast(follower.folded) &&
    !isStreetAt(tokens, next)
  const isOwned = isApostrophe(mark) && isGlued(tokens, at - 1)
  if (determiners.has(lead) || isOwned) return isNoun && (counted === 'nothing' || value >= 1900)
  // "The famous 1963 speech": a counted noun would be plural.
  if ((lead === 'was' || lead === 'is') && (wordAt(tokens, at - 2) === 'it' || wordAt(tokens, at - 2) === 'year'))
    return true
  if (lead !== '' && !lists.functionWords.has(lead) && determiners.has(wordAt(tokens, at - 2))) {
    return isNoun && counted === 'nothing' && !lists.labels.has(lead) && !/(?:ed|ing)$/.test(follower.folded)
  }
  const isClosed = follower === undefined || (follower.kind === 'mark' && !isGlued(tokens, next + 1))
  if (mark === '(' || mark === '[') return follower?.kind === 'mark'
  if (mark === ',' || mark === ':') return isClosed && tokens[at - 2]?.kind === 'word' && value >= 1800
  if (!opensClause(tokens, at) || mark !== '') return false
  const isPossessive = isApostrophe(follower?.folded ?? '') && wordAt(tokens, next + 1) === 's'
  return isPossessive || lists.yearVerbs.has(follower?.folded ?? '')
}

/** The second year of a range: "2003–05", "2014/15", "from 2003 to 2005". */
function endYearAt(tokens: Tokens, at: number, first: number): Read<number> | null {
  const mark = markAt(tokens, at)
  if ((isDash(mark) || mark === '/') && isGlued(tokens, at) && isGlued(tokens, at + 1)) {
    const digit = numberAt(tokens, at + 1, 1)
    if (digit === (first % 10) + 1 && endsYear(tokens, at + 2)) return { value: first + 1, next: at + 2 }
    const short = numberAt(tokens, at + 1, 2)
    if (short >= 0 && endsYear(tokens, at + 2)) {
      const value = Math.floor(first / 100) * 100 + short + (short <= first % 100 ? 100 : 0)
      const isNext = value === first + 1
      return value - first < 50 && (isNext || mark !== '/') ? { value, next: at + 2 } : null
    }
  }
  const joint = jointAt(tokens, at, wordAt(tokens, at - 2))
  const year = joint?.isStretch === true ? yearAt(tokens, joint.next) : null
  return year !== null && year.value > first ? year : null
}

/** Whether two joined numbers are a range of years. */
function isStretchOfYears(tokens: Tokens, at: number, end: Read<number>, first: number): boolean {
  const lead = wordAt(tokens, at - 1)
  const counted = countedAt(tokens, end.next)
  if (counted === 'something' || counted === 'people') return false
  if (counted === 'plural' && !lists.yearNouns.has(wordAt(tokens, end.next))) return false
  if (wordAt(tokens, at + 1) === '') return first >= firstLikely && end.value <= lastLikely && !lists.labels.has(lead)
  // "Between 1500 and 2000": round numbers are just as likely to be counts.
  if (lead === 'between') return first % roundCount !== 0 || end.value % roundCount !== 0
  if (lead === 'from') return !lists.changeVerbs.has(wordAt(tokens, at - 2))
  return isYear(tokens, at, at + 1, first)
}

const roundCount = 500

/** A number attached to one of these marks is part of something else. */
const gluedLead = /^[#$€£¥.,:/+@_=&*^~\\%-]$/

const hyphenatedLeads = new Set(['early', 'late', 'mid', 'pre', 'post'])

/** Whether "mid-", "pre-" or the like is attached to a year. */
function isHyphenated(tokens: Tokens, at: number): boolean {
  return isDash(markAt(tokens, at - 1)) && hyphenatedLeads.has(wordAt(tokens, at - 2))
}

/** Whether "c." or the like precedes an index. */
function isAbbreviated(tokens: Tokens, at: number): boolean {
  return (
    markAt(tokens, at - 1) === '.' && lists.yearAbbreviations.has(wordAt(tokens, at - 2)) && isGlued(tokens, at - 1)
  )
}

export function isPartOfMore(tokens: Tokens, at: number): boolean {
  if (!isGlued(tokens, at) || isHyphenated(tokens, at) || isAbbreviated(tokens, at)) return false
  const lead = tokens[at - 1]
  return lead?.kind !== 'mark' || gluedLead.test(lead.folded)
}

function yearsBetween(first: number, last: number): Interval | null {
  return yearsInterval(first, last - first + 1, first === last ? 'year' : 'span')
}

/** A year, or a range of years. */
export function yearsAt(tokens: Tokens, at: number): Found | null {
  const year = yearAt(tokens, at)
  if (year === null || isPartOfMore(tokens, at)) return null
  if (tokens[at]?.kind === 'number') {
    const end = endYearAt(tokens, year.next, year.value)
    if (end !== null && isStretchOfYears(tokens, at, end, year.value)) {
      return oneTime(at, end.next, { kind: 'stated', interval: yearsBetween(year.value, end.value) })
    }
    const joint = isGlued(tokens, year.next) ? markAt(tokens, year.next) : ''
    const isBeforeMore = (isDash(joint) || joint === '/') && isGlued(tokens, year.next + 1)
    if (isBeforeMore && tokens[year.next + 1]?.kind === 'number') return null
    if (!isYear(tokens, at, year.next, year.value)) return null
  } else if (!lists.sureYearLeads.has(wordAt(tokens, at - 1)) && wordAt(tokens, at - 1) !== 'of') return null
  return oneTime(at, year.next, { kind: 'stated', interval: yearsInterval(year.value, 1, 'year') })
}

/** A further year after a time with a stated year, joined by a comma, "and" or "or" ("in 1902, 1955 and 2001"). */
export function furtherYearAt(tokens: Tokens, at: number): Found | null {
  const joint = jointAt(tokens, at, '')
  const year = joint === null || joint.isStretch ? null : yearAt(tokens, joint.next)
  if (joint === null || year === null || tokens[joint.next]?.kind !== 'number') return null
  if (year.value < firstLikely || year.value > lastLikely) return null
  const end = endYearAt(tokens, year.next, year.value)
  const next = end?.next ?? year.next
  if (countedAt(tokens, next) !== 'nothing') return null
  return oneTime(joint.next, next, { kind: 'stated', interval: yearsBetween(year.value, end?.value ?? year.value) })
}

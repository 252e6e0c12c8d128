import { isApostrophe, isDash, isGlued, markAt, numberAt, type Token, wordAt } from './tokens.ts'
import * as lists from './word-lists.ts'

// The building blocks of the grammar forms. Each reads at an index, and returns the value with the index after it, or null.

export type Tokens = readonly Token[]

/** A value, and the index of the first token after it. */
export interface Read<T> {
  readonly value: T
  readonly next: number
}

/** Whether a decimal, thousands or hour mark joins two numbers at an index. */
function continuesNumber(tokens: Tokens, at: number): boolean {
  const mark = markAt(tokens, at)
  const behind = tokens[at + 1]
  if (!isGlued(tokens, at) || behind?.kind !== 'number' || !behind.glued) return false
  return mark === ',' ? behind.end - behind.start === 3 : mark === '.' || mark === ':'
}

/** An ordinal in words from "first" to "thirty-first". */
export function ordinalWordAt(tokens: Tokens, at: number): Read<number> | null {
  const word = wordAt(tokens, at)
  const alone = lists.ordinals.get(word)
  if (alone !== undefined) return { value: alone, next: at + 1 }
  if (word === 'thirtieth') return { value: 30, next: at + 1 }
  const ten = lists.tens.get(word)
  if (ten === undefined || !isDash(markAt(tokens, at + 1))) return null
  const one = lists.ordinals.get(wordAt(tokens, at + 2))
  return one !== undefined && one < 10 ? { value: ten * 10 + one, next: at + 3 } : null
}

/** An ordinal in digits ("21st") or words. */
export function ordinalAt(tokens: Tokens, at: number): Read<number> | null {
  const value = tokens[at]?.value ?? -1
  if (value >= 0 && lists.ordinalSuffixes.has(wordAt(tokens, at + 1)) && isGlued(tokens, at + 1)) {
    return { value, next: at + 2 }
  }
  return ordinalWordAt(tokens, at)
}

/** A day of a month, 1 to 31: "3", "03", "3rd", "the 3rd" without its article. */
export function dayAt(tokens: Tokens, at: number): Read<number> | null {
  const token = tokens[at]
  if (token === undefined || token.value < 1 || token.value > 31 || token.end - token.start > 2) return null
  const next = lists.ordinalSuffixes.has(wordAt(tokens, at + 1)) && isGlued(tokens, at + 1) ? at + 2 : at + 1
  const isLonger = isGlued(tokens, next) && tokens[next]?.kind === 'word'
  return isLonger || continuesNumber(tokens, next) ? null : { value: token.value, next }
}

export interface Month {
  readonly month: number
  /** Whether it is unambiguously a month. */
  readonly isClear: boolean
  /** Whether it is unambiguous or capitalised. */
  readonly isLikely: boolean
}

/** The name of a month, including the full stop of an abbreviation. */
export function monthAt(tokens: Tokens, at: number): Read<Month> | null {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const full = lists.fullMonths.get(token.folded)
  const month = full ?? lists.shortMonths.get(token.folded)
  if (month === undefined) return null
  const isClear = full !== undefined && !lists.ambiguousMonths.has(token.folded)
  // A full stop at the end of the text does not belong to the abbreviation.
  const hasStop =
    full === undefined && markAt(tokens, at + 1) === '.' && isGlued(tokens, at + 1) && tokens[at + 2] !== undefined
  return { value: { month, isClear, isLikely: isClear || token.capital }, next: hasStop ? at + 2 : at + 1 }
}

/** The year of two digits after an apostrophe: 1930 to 2029, in any article. */
export function twoDigitYear(value: number): number {
  return value < 30 ? 2000 + value : 1900 + value
}

const firstYear = 1000
const lastYear = 2999

/** A year next to a month or another year: four digits, or two after an apostrophe. */
export function yearAt(tokens: Tokens, at: number): Read<number> | null {
  if (isApostrophe(markAt(tokens, at))) {
    const value = numberAt(tokens, at + 1, 2)
    if (value < 0 || !isGlued(tokens, at + 1) || isGlued(tokens, at)) return null
    return endsYear(tokens, at + 2) ? { value: twoDigitYear(value), next: at + 2 } : null
  }
  const value = numberAt(tokens, at, 4)
  if (value < firstYear || value > lastYear) return null
  return endsYear(tokens, at + 1) ? { value, next: at + 1 } : null
}

/** Whether the digits before an index are the whole number: no letters, decimals or unit signs follow. */
export function endsYear(tokens: Tokens, at: number): boolean {
  if (tokens[at]?.kind === 'word' && isGlued(tokens, at)) return false
  return !continuesNumber(tokens, at) && !/^[%$€£°″]$/.test(isGlued(tokens, at) ? markAt(tokens, at) : '')
}

/** The name of a weekday; abbreviations need a date after them, or must be unambiguous. */
export function weekdayAt(tokens: Tokens, at: number): Read<number> | null {
  const word = wordAt(tokens, at)
  const full = lists.fullWeekdays.get(word)
  if (full !== undefined) return { value: full, next: at + 1 }
  const short = lists.shortWeekdays.get(word)
  if (short === undefined || tokens[at]?.capital !== true) return null
  const hasStop = markAt(tokens, at + 1) === '.' && isGlued(tokens, at + 1)
  return { value: short, next: hasStop ? at + 2 : at + 1 }
}

/** A quantity: "3", "1,000", "twenty-five", "a", "a hundred", "a few"; the value is null if it is vague. */
export function quantityAt(tokens: Tokens, at: number): Read<number | null> | null {
  const word = wordAt(tokens, at)
  if (tokens[at]?.kind === 'number') return digitsAt(tokens, at)
  if (lists.vagueCounts.has(word)) return afterVague(tokens, at + 1)
  const isArticle = word === 'a' || word === 'an'
  if (isArticle && lists.vagueCounts.has(wordAt(tokens, at + 1))) return afterVague(tokens, at + 2)
  const base = isArticle ? { value: 1, next: at + 1 } : numberWordAt(tokens, at)
  if (base === null) return null
  const scale = lists.scaleWords.get(wordAt(tokens, base.next))
  if (scale !== undefined) return { value: base.value * scale, next: base.next + 1 }
  if (wordAt(tokens, base.next) === 'and' && wordAt(tokens, base.next + 1) === 'a') {
    return wordAt(tokens, base.next + 2) === 'half' ? { value: null, next: base.next + 3 } : null
  }
  return base
}

/** After "few" or "couple", "of", "a" and "dozen" may follow. */
function afterVague(tokens: Tokens, at: number): Read<null> {
  let next = at
  while (/^(?:of|a|an|dozen|hundred|thousand)$/.test(wordAt(tokens, next)) && next < at + 3) next++
  return { value: null, next }
}

function digitsAt(tokens: Tokens, at: number): Read<number> | null {
  const token = tokens[at]
  if (token === undefined || token.value < 0 || token.glued) return null
  const thousands = numberAt(tokens, at + 2, 3)
  const isGrouped = markAt(tokens, at + 1) === ',' && isGlued(tokens, at + 1) && isGlued(tokens, at + 2)
  if (isGrouped && thousands >= 0) return { value: token.value * 1000 + thousands, next: at + 3 }
  return isGlued(tokens, at + 1) && !isDash(markAt(tokens, at + 1)) ? null : { value: token.value, next: at + 1 }
}

function numberWordAt(tokens: Tokens, at: number): Read<number> | null {
  const word = wordAt(tokens, at)
  const small = lists.numberWords.get(word)
  if (small !== undefined) return { value: small, next: at + 1 }
  const ten = lists.tens.get(word)
  if (ten === undefined) return null
  const joint = isDash(markAt(tokens, at + 1)) ? at + 2 : at + 1
  const one = lists.numberWords.get(wordAt(tokens, joint))
  return one !== undefined && one > 0 && one < 10
    ? { value: ten * 10 + one, next: joint + 1 }
    : { value: ten * 10, next: at + 1 }
}

/** What the number before an index counts: nothing, possibly a plural noun, people, or definitely something. */
export type Counted = 'nothing' | 'plural' | 'people' | 'something'

/** Words after "of" that make the number before it a count ("2016 of the boats"). */
const partitive = /^(?:the|these|those|them|us|its|his|her|their|our|which|whom|all)$/
const madeOf = new Set('built born era style vintage founded model made'.split(' '))

/** What the number before an index counts. */
export function countedAt(tokens: Tokens, at: number): Counted {
  const token = tokens[at]
  if (token === undefined) return 'nothing'
  if (token.kind === 'mark') {
    if (/^[%$€£¥°×″#@=+*/]$/.test(token.folded)) return 'something'
    const isHyphen = isDash(token.folded) && token.glued && isGlued(tokens, at + 1)
    const word = isHyphen ? wordAt(tokens, at + 1) : ''
    return word === '' || madeOf.has(word) || monthAt(tokens, at + 1) !== null ? 'nothing' : 'something'
  }
  if (token.kind === 'number') return 'something'
  if (token.glued) return 'something'
  const word = token.folded
  if (word === 'x' && tokens[at + 1]?.kind === 'number') return 'something'
  if (word === 'of') return partitive.test(wordAt(tokens, at + 1)) ? 'something' : 'nothing'
  if (lists.peopleNouns.has(word)) return 'people'
  if (lists.countedNouns.has(word) && !token.capital) return 'something'
  const isPlural = !token.capital && word.length > 3 && word.endsWith('s') && !word.endsWith('ss')
  return isPlural && !lists.functionWords.has(word) && !lists.yearVerbs.has(word) ? 'plural' : 'nothing'
}

/** Whether a counted noun or any other noun follows: then the number is not a day that ends a range ("May 3 to 9 people"). */
export function isFollowedByContent(tokens: Tokens, at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.kind === 'mark') return countedAt(tokens, at) !== 'nothing'
  return token.kind === 'number' || token.glued || !lists.functionWords.has(token.folded)
}

/** Whether an address continues at an index: up to three capitalised words, one of them a street type. */
export function isStreetAt(tokens: Tokens, at: number): boolean {
  for (let more = 0; more < 4; more++) {
    const token = tokens[at + more]
    if (token?.kind !== 'word' || !token.capital) return false
    if (lists.streetWords.has(token.folded)) return true
  }
  return false
}

import { type Found, isToCome, oneTime, open } from '../parts/draft.ts'
import { quantityAt, type Tokens } from '../parts/parts.ts'
import { isDash, markAt, wordAt } from '../parts/tokens.ts'
import * as lists from '../parts/word-lists.ts'
import type { Meaning, Unit } from '../time/time-expression.ts'
import { behindDayPart, weekdayTimeAt } from './weekday-times.ts'

// Times relative to the article's day or to another time: "yesterday", "two weeks ago", "the day before".

const dayWords: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
])

export function dayFromToday(offset: number): Meaning {
  return { kind: 'unit', unit: 'day', offset }
}

/** "yesterday", "tomorrow morning", "overnight". */
export function dayWordAt(tokens: Tokens, at: number): Found | null {
  const word = wordAt(tokens, at)
  const offset = dayWords.get(word)
  if (offset !== undefined) return oneTime(at, behindDayPart(tokens, at + 1), dayFromToday(offset))
  if (word === 'overnight') {
    const weekday = weekdayTimeAt(tokens, at + 1)
    const [time] = weekday?.times ?? []
    if (weekday !== null && time !== undefined) return { times: [{ ...time, first: at }], next: weekday.next }
    return oneTime(at, at + 1, { kind: 'night', offset: 0 })
  }
  return null
}

/** "the day before yesterday", "the week before last", "the year after"; the last one depends on another time. */
export function unitBesideAt(tokens: Tokens, at: number): Found | null {
  const unit = singularUnit(wordAt(tokens, at))
  const side = wordAt(tokens, at + 1)
  if (unit === null || (side !== 'before' && side !== 'after')) return null
  const sign = side === 'before' ? -1 : 1
  const base = wordAt(tokens, at + 2)
  if (unit === 'day' && dayWords.get(base) === sign) return oneTime(at, at + 3, dayFromToday(2 * sign))
  if (base === (sign < 0 ? 'last' : 'next')) return oneTime(at, at + 3, { kind: 'unit', unit, offset: 2 * sign })
  return wordAt(tokens, at - 1) === 'the' ? oneTime(at, at + 2, open) : null
}

/** A unit by its singular, or null. */
export function singularUnit(word: string): Unit | null {
  return word.endsWith('s') ? null : (lists.units.get(word) ?? null)
}

const relations = new Set(['earlier', 'later', 'before', 'after'])

/** The unit that a noun measures time in, and how many of it. */
function lengthOf(word: string): { readonly unit: Unit; readonly factor: number } | null {
  if (word === 'fortnight' || word === 'fortnights') return { unit: 'week', factor: 2 }
  const unit = lists.units.get(word)
  return unit === undefined || unit === 'quarter' ? null : { unit, factor: 1 }
}

/** The meaning of an offset in units from the article's day. */
function offsetMeaning(count: number | null, word: string): Meaning {
  const length = lengthOf(word)
  if (count === null || length === null) return open
  return { kind: 'unit', unit: length.unit, offset: count * length.factor }
}

/** "A year ago today", "20 years ago this week": the index after the part that is not a separate time. */
function behindAnniversary(tokens: Tokens, at: number): number {
  if (wordAt(tokens, at) === 'today') return at + 1
  return wordAt(tokens, at) === 'this' && singularUnit(wordAt(tokens, at + 1)) !== null ? at + 2 : at
}

/** "two weeks ago", "10 years later", "three months from now". */
export function agoTimeAt(tokens: Tokens, at: number): Found | null {
  const count = quantityAt(tokens, at)
  if (count === null) return null
  const noun = wordAt(tokens, count.next)
  if (lengthOf(noun) === null && !lists.shortUnits.has(noun)) return null
  const next = count.next + 1
  const relation = wordAt(tokens, next)
  if (relation === 'ago') {
    // "Nearly two decades ago" is too long ago for the count to give a year.
    const isRough = lists.roughly.has(wordAt(tokens, at - 1)) && lists.units.get(noun) !== 'day'
    const meaning = offsetMeaning(count.value === null || isRough ? null : -count.value, noun)
    return oneTime(at, behindAnniversary(tokens, next + 1), meaning)
  }
  if (relation === 'from' && wordAt(tokens, next + 1) === 'now') {
    return oneTime(at, next + 2, offsetMeaning(count.value, noun))
  }
  return relations.has(relation) ? oneTime(at, next + 1, open) : null
}

/** "in two weeks", "in three days' time": only in a sentence about the future; otherwise it is a duration. */
export function inTimeAt(tokens: Tokens, at: number): Found | null {
  if (wordAt(tokens, at) !== 'in') return null
  const count = quantityAt(tokens, at + 1)
  const noun = count === null ? '' : wordAt(tokens, count.next)
  if (count === null || lengthOf(noun) === null) return null
  const meaning = offsetMeaning(count.value, noun)
  const behind = count.next + 1
  const time = [behind, behind + 1, behind + 2].find((place) => wordAt(tokens, place) === 'time')
  const isTime = time !== undefined && !isDash(markAt(tokens, behind))
  if (isTime) return oneTime(at, time + 1, meaning)
  return oneTime(at, behind, (tense) => (isToCome(tense) ? meaning : null))
}

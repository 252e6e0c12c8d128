import { type Found, open } from '../parts/draft.ts'
import type { Tokens } from '../parts/parts.ts'
import { isApostrophe, isDash, isGlued, markAt, numberAt, wordAt } from '../parts/tokens.ts'
import { dayParts, fullWeekdays, numberWords, tens } from '../parts/word-lists.ts'
import type { ClockTime } from '../time/clock-time.ts'

const noon = 12
const maxHour = 24
const minutesPerHour = 60

/** The words before a time of day. */
const leads: ReadonlySet<string> = new Set(
  'at by around about before after until till from since between just exactly nearly almost roughly shortly'.split(' '),
)
/** What can be between "at" and a bare hour. */
const hedges: ReadonlySet<string> = new Set('about around just exactly nearly almost roughly'.split(' '))
const sides: ReadonlySet<string> = new Set(['before', 'after'])
/** What follows a bare hour: "at nine on Monday", "at nine sharp". */
const followers: ReadonlySet<string> = new Set(
  'on in this that today yesterday tomorrow tonight local sharp'.split(' '),
)
const zones: ReadonlySet<string> = new Set('local gmt utc bst cet cest est edt hours h'.split(' '))
const named: ReadonlyMap<string, number> = new Map([
  ['noon', noon],
  ['midday', noon],
  ['midnight', 0],
])

const found = (first: number, next: number, clock: ClockTime): Found => ({
  times: [{ first, next, meaning: open, clock }],
  next,
})

/** The part of the day that follows a time: "on Tuesday morning", "in the evening". */
function dayPartAfter(tokens: Tokens, next: number): string {
  const lead = wordAt(tokens, next)
  const skipped = lead === 'in' || (lead === 'on' && fullWeekdays.has(wordAt(tokens, next + 1))) ? 2 : 1
  const part = wordAt(tokens, next + skipped)
  return (followers.has(lead) || lead === 'at') && dayParts.has(part) ? part : ''
}

/** A time on a dial, by the part of the day that follows it. */
function onDial(tokens: Tokens, first: number, next: number, minutes: number): Found {
  const half = minutes % (noon * minutesPerHour)
  const part = dayPartAfter(tokens, next)
  const isEvening = part === 'night' ? half >= 6 * minutesPerHour : part !== 'morning'
  if (part === '' || part === 'lunchtime') return found(first, next, { minutes: half, isTwelveHour: true })
  return found(first, next, { minutes: half + (isEvening ? noon * minutesPerHour : 0), isTwelveHour: false })
}

/** An hour from 1 to 12, in words or digits, or -1. */
function hourAt(tokens: Tokens, at: number): number {
  const word = wordAt(tokens, at)
  const hour = word === '' ? Math.max(numberAt(tokens, at, 1), numberAt(tokens, at, 2)) : (numberWords.get(word) ?? -1)
  return hour >= 1 && hour <= noon ? hour : -1
}

/** "8 a.m.", "9:30 pm", "at 14:16", "9 o'clock". */
export function clockTimeAt(tokens: Tokens, at: number): Found | null {
  const hour = tokens[at]?.value ?? -1
  const digits = (tokens[at]?.end ?? 0) - (tokens[at]?.start ?? 0)
  if (hour < 0 || hour > maxHour || digits > 2) return null
  const mark = markAt(tokens, at + 1)
  const hasMinute = (mark === ':' || mark === '.') && isGlued(tokens, at + 1) && isGlued(tokens, at + 2)
  const minute = hasMinute ? numberAt(tokens, at + 2, 2) : 0
  const place = hasMinute ? at + 3 : at + 1
  if (minute < 0 || minute >= minutesPerHour) return null
  const half = wordAt(tokens, place)
  const isDotted =
    (half === 'a' || half === 'p') && markAt(tokens, place + 1) === '.' && wordAt(tokens, place + 2) === 'm'
  const isPlain = half === 'am' || half === 'pm'
  if (isDotted || isPlain) {
    const hasStop = isDotted && markAt(tokens, place + 3) === '.' && isGlued(tokens, place + 3)
    const next = isPlain ? place + 1 : hasStop ? place + 4 : place + 3
    const minutes = ((hour % noon) + (half.startsWith('p') ? noon : 0)) * minutesPerHour + minute
    return found(at, next, { minutes, isTwelveHour: false })
  }
  if (!hasMinute) return bareHourAt(tokens, at)
  const isPartOfLonger = (markAt(tokens, place) === ':' && isGlued(tokens, place)) || isGlued(tokens, at)
  if (mark !== ':' || isPartOfLonger || !(leads.has(wordAt(tokens, at - 1)) || zones.has(half))) return null
  const minutes = (hour % maxHour) * minutesPerHour + minute
  if (digits === 1 || (hour >= 10 && hour <= noon)) return onDial(tokens, at, place, minutes)
  return found(at, place, { minutes, isTwelveHour: false })
}

/** "Nine o'clock"; "at nine", "just after nine" if nothing that the number counts follows. */
export function bareHourAt(tokens: Tokens, at: number): Found | null {
  const hour = hourAt(tokens, at)
  if (hour < 0) return null
  const isOclock =
    wordAt(tokens, at + 1) === 'o' && isApostrophe(markAt(tokens, at + 2)) && wordAt(tokens, at + 3) === 'clock'
  if (isOclock) return onDial(tokens, at, at + 4, hour * minutesPerHour)
  const lead = wordAt(tokens, at - 1)
  const isLed =
    lead === 'at' ||
    (hedges.has(lead) && wordAt(tokens, at - 2) === 'at') ||
    (sides.has(lead) && (wordAt(tokens, at - 2) === 'just' || wordAt(tokens, at - 2) === 'shortly'))
  const follower = tokens[at + 1]
  const isAlone =
    follower === undefined ||
    followers.has(follower.folded) ||
    (follower.kind === 'mark' && !isGluedNumber(tokens, at + 1) && /^[.,;:!?)\u201d"]$/u.test(follower.folded))
  return isLed && isAlone ? onDial(tokens, at, at + 1, hour * minutesPerHour) : null
}

/** Whether a mark joins two numbers: "at 9.5". */
function isGluedNumber(tokens: Tokens, at: number): boolean {
  return isGlued(tokens, at) && isGlued(tokens, at + 1) && tokens[at + 1]?.kind === 'number'
}

/** "Noon", "midnight". */
export function namedHourAt(tokens: Tokens, at: number): Found | null {
  const hour = named.get(wordAt(tokens, at))
  if (hour === undefined || !leads.has(wordAt(tokens, at - 1))) return null
  return found(at, at + 1, { minutes: hour * minutesPerHour, isTwelveHour: false })
}

/** The value of "ten" or "twenty", or -1. */
function countOf(word: string): number {
  const ten = tens.get(word)
  return ten === undefined ? (numberWords.get(word) ?? -1) : 10 * ten
}

/** "Half past four", "a quarter to six", "ten minutes past nine". */
export function spokenTimeAt(tokens: Tokens, at: number): Found | null {
  const start = wordAt(tokens, at) === 'a' ? at + 1 : at
  const word = wordAt(tokens, start)
  const isCompound = tens.has(word) && isDash(markAt(tokens, start + 1))
  const more = isCompound ? (numberWords.get(wordAt(tokens, start + 2)) ?? -1) : 0
  const minutes = word === 'half' ? 30 : word === 'quarter' ? 15 : countOf(word) + more
  const after = isCompound ? start + 3 : start + 1
  const place = /^minutes?$/.test(wordAt(tokens, after)) ? after + 1 : after
  const side = wordAt(tokens, place)
  const hour = hourAt(tokens, place + 1)
  if (minutes < 1 || minutes > 30 || more < 0 || hour < 0 || (side !== 'past' && side !== 'to')) return null
  if (word === 'half' ? side === 'to' : word !== 'quarter' && !leads.has(wordAt(tokens, at - 1))) return null
  const signed = side === 'past' ? minutes : -minutes
  const isOclock = wordAt(tokens, place + 2) === 'o' && wordAt(tokens, place + 4) === 'clock'
  const total = (hour * minutesPerHour + signed + noon * minutesPerHour) % (noon * minutesPerHour)
  return onDial(tokens, at, isOclock ? place + 5 : place + 2, total)
}

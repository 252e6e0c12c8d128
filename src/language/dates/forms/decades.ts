import { type Found, oneTime, open } from '../parts/draft.ts'
import { jointAt } from '../parts/joints.ts'
import { ordinalAt, type Tokens } from '../parts/parts.ts'
import { isApostrophe, isDash, isGlued, markAt, numberAt, wordAt } from '../parts/tokens.ts'
import * as lists from '../parts/word-lists.ts'
import { centuryInterval, type Interval, yearsInterval } from '../time/calendar.ts'
import { eraAt } from './eras.ts'
import { isPartOfMore } from './years.ts'

/** "1990s", "’80s", "the eighties", if the century is clear; "the 1800s" is a century. */
export function decadeAt(tokens: Tokens, at: number): Found | null {
  const word = lists.decadeWords.get(wordAt(tokens, at))
  if (word !== undefined) {
    const isDecade = ['the', 'early', 'late', 'mid'].includes(wordAt(tokens, at - 1)) || isDash(markAt(tokens, at - 1))
    return isDecade ? oneTime(at, at + 1, decade(1900 + word)) : null
  }
  const hasApostrophe = isApostrophe(markAt(tokens, at)) && isGlued(tokens, at + 1)
  const number = hasApostrophe ? at + 1 : at
  if (isPartOfMore(tokens, number) && !hasApostrophe) return null
  const next = decadeEnd(tokens, number + 1)
  if (next === null) return null
  const year = numberAt(tokens, number, 4)
  if (year >= 1000 && year % 10 === 0 && !hasApostrophe) {
    const isPossessive = next === number + 3 && !['the', 'early', 'late', 'mid'].includes(wordAt(tokens, at - 1))
    if (isPossessive) return null
    const isCentury = year % 100 === 0 && year < 2000
    return oneTime(
      at,
      next,
      isCentury ? { kind: 'stated', interval: yearsInterval(year, 100, 'century') } : decade(year),
    )
  }
  const short = numberAt(tokens, number, 2)
  if (short < 0 || short % 10 !== 0) return null
  if (!hasApostrophe && !(wordAt(tokens, at - 1) === 'the' && short >= 50)) return null
  // "The twenties" may be the 1920s or the 2020s.
  if (short === 20) return oneTime(at, next, open)
  return oneTime(at, next, decade(short < 20 ? 2000 + short : 1900 + short))
}

function decade(year: number) {
  return { kind: 'stated', interval: yearsInterval(year, 10, 'decade') } as const
}

/** The index after an attached "s" or "'s", or null. */
function decadeEnd(tokens: Tokens, at: number): number | null {
  if (!isGlued(tokens, at)) return null
  if (wordAt(tokens, at) === 's') return at + 1
  return isApostrophe(markAt(tokens, at)) && isGlued(tokens, at + 1) && wordAt(tokens, at + 1) === 's' ? at + 2 : null
}

const lastCentury = 30

/** "the 19th century", "17th-century", "the 18th and 19th centuries". */
export function centuryAt(tokens: Tokens, at: number): Found | null {
  const first = ordinalAt(tokens, at)
  if (first === null || first.value < 1 || first.value > lastCentury) return null
  const joint = jointAt(tokens, first.next, '')
  const part = joint === null || !lists.parts.has(wordAt(tokens, joint.next)) ? 0 : 1
  const second = joint === null ? null : ordinalAt(tokens, joint.next + part)
  const last = second ?? first
  const place = isDash(markAt(tokens, last.next)) ? last.next + 1 : last.next
  const noun = wordAt(tokens, place)
  if ((noun !== 'century' && noun !== 'centuries') || last.value < first.value || last.value > lastCentury) return null
  const era = eraAt(tokens, place + 1)
  if (era?.value === 'before') return oneTime(at, era.next, { kind: 'stated', interval: null })
  const next = era?.next ?? place + 1
  const [from, to] = [centuryInterval(first.value), centuryInterval(last.value)]
  if (from === null || to === null) return null
  const interval: Interval =
    from === to || first === last ? from : { start: from.start, end: to.end, precision: 'span' }
  return oneTime(at, next, { kind: 'stated', interval })
}

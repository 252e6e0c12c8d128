import { type Found, oneTime } from '../parts/draft.ts'
import type { Read, Tokens } from '../parts/parts.ts'
import { markAt, wordAt } from '../parts/tokens.ts'
import { yearsInterval } from '../time/calendar.ts'
import { isPartOfMore } from './years.ts'

const eras: ReadonlyMap<string, 'before' | 'after'> = new Map([
  ['bc', 'before'],
  ['bce', 'before'],
  ['ad', 'after'],
  ['ce', 'after'],
])

/** Reads "AD", "B.C." and the like. */
export function eraAt(tokens: Tokens, at: number): Read<'before' | 'after'> | null {
  if (tokens[at]?.capital !== true) return null
  const plain = eras.get(wordAt(tokens, at))
  if (plain !== undefined) return { value: plain, next: at + 1 }
  const isDotted = markAt(tokens, at + 1) === '.' && markAt(tokens, at + 3) === '.'
  const dotted = isDotted ? eras.get(`${wordAt(tokens, at)}${wordAt(tokens, at + 2)}`) : undefined
  return dotted === undefined ? null : { value: dotted, next: at + 4 }
}

/** "AD 79", "1066 AD", "44 BC". Years BC are left open: ISO dates do not cover them. */
export function yearOfEraAt(tokens: Tokens, at: number): Found | null {
  const lead = eraAt(tokens, at)
  if (lead !== null) {
    const year = tokens[lead.next]?.value ?? -1
    if (lead.value === 'before' || year < 1) return null
    return oneTime(at, lead.next + 1, { kind: 'stated', interval: yearsInterval(year, 1, 'year') })
  }
  const year = tokens[at]?.value ?? -1
  const era = year < 1 || isPartOfMore(tokens, at) ? null : eraAt(tokens, at + 1)
  if (era === null) return null
  const interval = era.value === 'after' ? yearsInterval(year, 1, 'year') : null
  return oneTime(at, era.next, { kind: 'stated', interval })
}

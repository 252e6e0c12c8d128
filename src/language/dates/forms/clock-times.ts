import { type Found, open } from '../parts/draft.ts'
import type { Tokens } from '../parts/parts.ts'
import { isGlued, markAt, numberAt, wordAt } from '../parts/tokens.ts'

const noon = 12

/** "8 a.m.", "9:30 pm". */
export function clockTimeAt(tokens: Tokens, at: number): Found | null {
  const hour = tokens[at]?.value ?? -1
  if (hour < 0 || hour > 2 * noon || (tokens[at]?.end ?? 0) - (tokens[at]?.start ?? 0) > 2) return null
  const mark = markAt(tokens, at + 1)
  const hasMinute = (mark === ':' || mark === '.') && isGlued(tokens, at + 1) && isGlued(tokens, at + 2)
  const minute = hasMinute ? numberAt(tokens, at + 2, 2) : 0
  const place = hasMinute ? at + 3 : at + 1
  const half = wordAt(tokens, place)
  const isDotted =
    (half === 'a' || half === 'p') && markAt(tokens, place + 1) === '.' && wordAt(tokens, place + 2) === 'm'
  const isPlain = half === 'am' || half === 'pm'
  if (minute < 0 || minute > 59 || !(isDotted || isPlain)) return null
  const hasStop = isDotted && markAt(tokens, place + 3) === '.' && isGlued(tokens, place + 3)
  const next = isPlain ? place + 1 : hasStop ? place + 4 : place + 3
  const clock = ((hour % noon) + (half.startsWith('p') ? noon : 0)) * 60 + minute
  return { times: [{ first: at, next, meaning: open, clock }], next }
}

import type { Tokens } from '../parts/parts.ts'
import { wordAt } from '../parts/tokens.ts'

/** A year relative to the article's, or null if it depends on another time ("of that year"). */
export interface AnotherYear {
  readonly offset: number | null
  readonly next: number
}

const offsets: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
])
const pointing = new Set(['that', 'same', 'following', 'previous', 'next'])

/** Reads "last year", "of this year", "of that year", "the same year". */
export function anotherYearAt(tokens: Tokens, at: number): AnotherYear | null {
  const place = wordAt(tokens, at) === 'of' ? at + 1 : at
  const hasArticle = wordAt(tokens, place) === 'the'
  const side = wordAt(tokens, hasArticle ? place + 1 : place)
  const next = place + (hasArticle ? 3 : 2)
  if (wordAt(tokens, next - 1) !== 'year') return null
  const offset = hasArticle ? undefined : offsets.get(side)
  if (offset !== undefined) return { offset, next }
  return pointing.has(side) ? { offset: null, next } : null
}

import type { Tokens } from './parts.ts'
import { isDash, isGlued, markAt, wordAt } from './tokens.ts'

const stretchWords = new Set('to through thru until till'.split(' '))

interface Joint {
  readonly isStretch: boolean
  readonly next: number
}

/** Reads the joint between two dates. `lead` is the word before the first: "and" makes a range after "between". */
export function jointAt(tokens: Tokens, at: number, lead: string): Joint | null {
  const mark = markAt(tokens, at)
  const word = wordAt(tokens, at)
  const skipArticle = (place: number) => (wordAt(tokens, place) === 'the' ? place + 1 : place)
  const isSlash = mark === '/' && isGlued(tokens, at) && isGlued(tokens, at + 1)
  if (isDash(mark) || isSlash) return { isStretch: true, next: skipArticle(at + 1) }
  if (stretchWords.has(word)) return { isStretch: true, next: skipArticle(at + 1) }
  if (word === 'and' && lead === 'between') return { isStretch: true, next: skipArticle(at + 1) }
  if (word === 'and' || word === 'or' || mark === '&') return { isStretch: false, next: skipArticle(at + 1) }
  if (mark !== ',') return null
  if (stretchWords.has(wordAt(tokens, at + 1))) return { isStretch: true, next: skipArticle(at + 2) }
  const behind = wordAt(tokens, at + 1)
  return { isStretch: false, next: skipArticle(behind === 'and' || behind === 'or' ? at + 2 : at + 1) }
}

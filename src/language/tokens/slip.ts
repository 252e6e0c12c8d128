import { wordVectors } from '../vocabulary/word-vectors.ts'
import { stem } from './terms.ts'

/** Shorter words are one letter away from too many others. */
const shortest = 6

/** Whether one word is the other with one letter left out or two adjacent letters swapped. */
function isLetterAway(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length + 1 === long.length) return short.slice(at) === long.slice(at + 1)
  const isTurned = short[at] === long[at + 1] && short[at + 1] === long[at]
  return short.length === long.length && isTurned && short.slice(at + 2) === long.slice(at + 2)
}

/** Whether one of two folded words is a typo of the other: one letter away, and not a common English word. */
export function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < shortest || !isLetterAway(a, b)) return false
  const isWord = (folded: string) => wordVectors().placeOf(stem(folded)) >= 0
  return !isWord(a) || !isWord(b)
}

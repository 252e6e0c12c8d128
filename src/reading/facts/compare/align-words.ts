import type { Range } from '../../../language/text/range.ts'
import { type Word, words } from '../../../language/tokens/words.ts'
import { type Aligned, align } from '../../alignment/align.ts'

/** Two texts laid side by side. */
export interface Alignment extends Aligned {
  readonly left: readonly Word[]
  readonly right: readonly Word[]
  /** The share of the longer one's words that both have in the same order, 0 to 1. */
  readonly alike: number
}

const maxWords = 80

/** The words of a stretch, with offsets in the whole text. */
function wordsOf(text: string, { start, end }: Range): Word[] {
  return words(text.slice(start, end))
    .slice(0, maxWords)
    .map((word) => ({ ...word, start: word.start + start, end: word.end + start }))
}

/** Lays the words of two stretches side by side, as they are written. At most 80 words of each are looked at. */
export function alignWords(leftText: string, leftRange: Range, rightText: string, rightRange: Range): Alignment {
  const left = wordsOf(leftText, leftRange)
  const right = wordsOf(rightText, rightRange)
  const aligned = align(left, right, (a, b) => a.folded === b.folded)
  const longest = Math.max(left.length, right.length)
  return { left, right, ...aligned, alike: longest === 0 ? 1 : aligned.shared / longest }
}

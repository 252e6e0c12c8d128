import type { Text } from '../../../language/analysis/recent-words.ts'
import { wordsIn } from '../../../language/analysis/words-in-range.ts'
import type { Range } from '../../../language/text/range.ts'
import type { Word } from '../../../language/tokens/words.ts'
import { type Aligned, align } from '../../alignment/align.ts'

/** Two aligned texts. */
export interface Alignment extends Aligned {
  readonly left: readonly Word[]
  readonly right: readonly Word[]
  /** The share of the longer text's words that both have in the same order, 0 to 1. */
  readonly alike: number
}

const maxWords = 80

/** Aligns the words of two ranges as written. Only the first 80 words of each are compared. */
export function alignWords(leftOf: Text, leftRange: Range, rightOf: Text, rightRange: Range): Alignment {
  const left = wordsIn(leftOf, leftRange).slice(0, maxWords)
  const right = wordsIn(rightOf, rightRange).slice(0, maxWords)
  const aligned = align(left, right, (a, b) => a.folded === b.folded)
  const longest = Math.max(left.length, right.length)
  return { left, right, ...aligned, alike: longest === 0 ? 1 : aligned.shared / longest }
}

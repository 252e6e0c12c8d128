import type { Range } from '../../text/range.ts'
import { type Word, words } from '../../text/words.ts'

/** What stands between two shared words in one text and in the other; one of the two may be empty. Indexes into the words. */
export interface Gap {
  readonly left: { readonly from: number; readonly to: number }
  readonly right: { readonly from: number; readonly to: number }
}

/** Two texts laid side by side. */
export interface Alignment {
  readonly left: readonly Word[]
  readonly right: readonly Word[]
  /** The share of the longer one's words that both have in the same order, 0 to 1. */
  readonly alike: number
  readonly gaps: readonly Gap[]
}

const mostWords = 80

/** The words of a stretch, with offsets in the whole text. */
function wordsOf(text: string, { start, end }: Range): Word[] {
  return words(text.slice(start, end))
    .slice(0, mostWords)
    .map((word) => ({ ...word, start: word.start + start, end: word.end + start }))
}

/** Lays two stretches side by side by the longest run of words that both have in order. At most 80 words of each are looked at. */
export function align(leftText: string, leftRange: Range, rightText: string, rightRange: Range): Alignment {
  const left = wordsOf(leftText, leftRange)
  const right = wordsOf(rightText, rightRange)
  const width = right.length + 1
  const longest = new Uint16Array((left.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        left[i]?.folded === right[j]?.folded ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const gaps: Gap[] = []
  let [i, j, fromLeft, fromRight] = [0, 0, 0, 0]
  const close = () => {
    if (i > fromLeft || j > fromRight) gaps.push({ left: { from: fromLeft, to: i }, right: { from: fromRight, to: j } })
  }
  while (i < left.length && j < right.length) {
    if (left[i]?.folded === right[j]?.folded) {
      close()
      i++
      j++
      fromLeft = i
      fromRight = j
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  i = left.length
  j = right.length
  close()
  const most = Math.max(left.length, right.length)
  return { left, right, alike: most === 0 ? 1 : at(0, 0) / most, gaps }
}

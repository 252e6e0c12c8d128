import { firstEndingAfter, type Range } from '../text/range.ts'
import { type Word, words } from '../tokens/words.ts'
import { type Text, wordsOf } from './recent-words.ts'

const possessiveEnding = /^['\u2019\u02bc][sS]/

/** Whether a range begins inside the possessive ending of the word before it. */
function beginsInEnding(text: string, start: number, before: Word | undefined): boolean {
  return before !== undefined && start < before.end + 2 && possessiveEnding.test(text.slice(before.end, before.end + 2))
}

/** The same words with their offsets increased by `by`. */
export function shifted(all: readonly Word[], by: number): readonly Word[] {
  return by === 0 ? all : all.map((word) => ({ ...word, start: word.start + by, end: word.end + by }))
}

/** The words that `words` reads in part of a text. Offsets are relative to the whole text. */
export function wordsIn(of: Text, { start, end }: Range): readonly Word[] {
  const all = wordsOf(of)
  if (start <= 0 && end >= of.text.length) return all
  const first = firstEndingAfter(all, start)
  let next = first
  while (next < all.length && (all[next]?.start ?? end) < end) next++
  const inside = all.slice(first, next)
  const isCut = (inside[0]?.start ?? start) < start || (inside.at(-1)?.end ?? end) > end
  // A range that cuts a word contains a different word there.
  if (isCut || beginsInEnding(of.text, start, all[first - 1])) return shifted(words(of.text.slice(start, end)), start)
  return inside
}

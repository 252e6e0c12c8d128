import { once } from '../../resources/once.ts'
import { matchRanges } from '../text/match-ranges.ts'
import type { Range } from '../text/range.ts'
import { unspacedQuestionWords } from '../vocabulary/function-words.ts'

const unspaced = /[\u0e00-\u0e7f\u3005-\u30ff\u31f0-\u9fff\uf900-\ufaff\uff66-\uff9f]|[\ud840-\ud88f]/
/** Whether a word may have characters of the scripts below. A quick test with few false positives. */
export const mayBeUnspaced = (word: string): boolean => unspaced.test(word)

/** Runs of the scripts that write words without spaces between them, each with its marks and length signs. */
const runs = [
  String.raw`\p{Script=Han}[\p{Script=Han}\p{M}\p{Cf}]*`,
  String.raw`\p{Script=Hiragana}[\p{Script=Hiragana}\u30fc\p{M}\p{Cf}]*`,
  String.raw`\p{Script=Katakana}[\p{Script=Katakana}\u30fc\uff70\uff9e\uff9f\p{M}\p{Cf}]*`,
  String.raw`\p{Script=Thai}[\p{Script=Thai}\p{M}\p{Cf}]*`,
]
/** A question word, or a run up to the next question word. Question words separate runs as function words separate phrases. */
const runOrQuestionWord = once(() => {
  const asking = [...unspacedQuestionWords].sort((a, b) => b.length - a.length).join('|')
  const upToAsking = runs.map((source) => source.replace(/\[(.*)\]\*$/u, `(?:(?!${asking})[$1])*`))
  return new RegExp(`(?<asking>${asking})|${upToAsking.join('|')}`, 'gu')
})
/** A character with its marks. Half-width voicing marks are letters. */
const character = /[^\p{M}\p{Cf}][\p{M}\p{Cf}\uff9e\uff9f]*/gu
const invisible = /\p{Cf}+/gu

/** Part of a word. Offsets are relative to the word. */
export interface WordPart extends Range {
  /** Two characters of a script without spaces, folded; null for other letters and digits. */
  readonly bigram: string | null
}

/** The overlapping pairs of characters of a run; a run of one character is itself. */
function bigrams(text: string, from: number): readonly WordPart[] {
  const all = matchRanges(text, character)
  const pairs = all.length === 1 ? all : all.slice(1).map(({ end }, at) => ({ start: all[at]?.start ?? 0, end }))
  return pairs.map(({ start, end }) => ({
    start: from + start,
    end: from + end,
    bigram: text.slice(start, end).normalize('NFKC').replace(invisible, ''),
  }))
}

/**
 * A word with Chinese, Japanese or Thai in it as parts in order: bigrams, because nothing marks where words end there, and the stretches of
 * other letters and digits between them. Null for a word without such scripts.
 */
export function unspacedParts(word: string): readonly WordPart[] | null {
  if (!mayBeUnspaced(word)) return null
  const parts: WordPart[] = []
  let end = 0
  const keepBetween = (to: number) => {
    if (to > end) parts.push({ start: end, end: to, bigram: null })
  }
  for (const { index, 0: text, groups } of word.matchAll(runOrQuestionWord())) {
    keepBetween(index)
    if (groups?.['asking'] === undefined) for (const pair of bigrams(text, index)) parts.push(pair)
    end = index + text.length
  }
  if (end === 0) return null
  keepBetween(word.length)
  return parts
}

import type { Range } from '../../../language/text/range.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import { isFunctionWord } from '../../../language/vocabulary/function-words.ts'
import { cueStrength } from '../lexicon/speech-verbs.ts'

/** A capitalised word, up to three marked words, and the beginning of the next capitalised word: Dolores “Lola” Beck. */
const nicknamePattern = unicodeRegExp(
  String.raw`(\p{Lu}[\p{L}\p{M}’'-]{0,30}\.?) (\(?["“”„‘'«]([\p{L}\p{N}][\p{L}\p{M}\p{N}’.-]{0,20}(?: [\p{L}\p{M}\p{N}’.-]{1,20}){0,2})["“”’'»]\)?)(?= (?:\p{Ll}{1,4} ){0,2}(\p{Lu}[\p{L}\p{M}]{0,30}))`,
  'g',
)
const capitalLetter = unicodeRegExp(String.raw`\p{Lu}`)
const months = new Set('january february march april june july august september october november december'.split(' '))

/**
 * The marked words inside names, with their marks (and parentheses). They belong to the name and are not a quotation. Between a name
 * and a day or a month they are words of the article: Ana Lima shouted “Fire” Monday.
 */
export function nicknames(text: string): readonly Range[] {
  const found: Range[] = []
  for (const {
    index,
    0: whole,
    1: before = '',
    2: marked = '',
    3: words = '',
    4: after = '',
  } of nicknamePattern.matchAll(text)) {
    const first = before.toLowerCase()
    const next = after.toLowerCase()
    if (isFunctionWord(first) || cueStrength(first) !== undefined) continue
    if (isFunctionWord(next) || months.has(next) || !capitalLetter.test(words) || words.endsWith('.')) continue
    const start = index + before.length + 1
    if (marked.startsWith('(') === marked.endsWith(')')) found.push({ start, end: index + whole.length })
  }
  return found
}

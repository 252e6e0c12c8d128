import type { Range } from '../text/range.ts'
import { unicodeRegExp } from '../text/unicode-regexp.ts'
import { normalise } from './normalise.ts'

/** A word of a text, with its folded form. */
export interface Word extends Range {
  /** The characters of the text, without a possessive ending. */
  readonly text: string
  /** `text` folded for matching; dotted acronyms lose their dots ("U.S." -> "us"). */
  readonly folded: string
  /** Whether the first letter is a capital. */
  readonly capital: boolean
  /** Whether it is all capitals, with two letters or more ("NATO", "U.S."). */
  readonly acronym: boolean
}

// A soft hyphen or a joiner inside a word is invisible and does not split it.
const inWord = String.raw`(?:[\p{L}\p{N}\p{M}]|[\u00ad\u200c\u200d\u2060]+(?=[\p{L}\p{N}]))*`
// A number with its separators and attached letters ("10th", "1.5bn"); a dotted acronym; or letters, digits and marks with inner
// apostrophes.
const word = unicodeRegExp(
  [
    String.raw`\p{N}+(?:[.,]\p{N}+)*(?:\p{L}${inWord})?`,
    String.raw`(?:\p{Lu}\.)+\p{Lu}(?![\p{L}\p{N}.])|(?:\p{Lu}\.){2,}`,
    String.raw`\p{L}${inWord}(?:['\u2019\u02bc][\p{L}\p{M}]+)*`,
  ].join('|'),
  'g',
)
const possessive = /['\u2019\u02bc][sS]$/
const capitalLetter = unicodeRegExp(String.raw`^\p{Lu}`)
const acronymLetters = unicodeRegExp(String.raw`^\p{Lu}[\p{Lu}\p{N}]+$`)
const dottedAcronym = unicodeRegExp(String.raw`^\p{Lu}\.`)

/** The words of a text in order. Hyphens split words; apostrophes inside a word do not. */
export function words(text: string): Word[] {
  const found: Word[] = []
  for (const match of word.matchAll(text)) {
    const whole = match[0]
    const shown = whole.replace(possessive, '')
    const letters = dottedAcronym.test(shown) ? shown.replaceAll('.', '') : shown
    found.push({
      start: match.index,
      end: match.index + shown.length,
      text: shown,
      folded: normalise(letters),
      capital: capitalLetter.test(shown),
      acronym: acronymLetters.test(letters),
    })
  }
  return found
}

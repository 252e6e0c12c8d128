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

type WordForm = Omit<Word, keyof Range>

const forms = new Map<string, WordForm>()
const maxForms = 50_000
/** Longer words are rarely seen twice. */
const maxCachedLength = 40

function readForm(whole: string): WordForm {
  const text = whole.replace(possessive, '')
  const letters = dottedAcronym.test(text) ? text.replaceAll('.', '') : text
  const folded = normalise(letters)
  return {
    text,
    folded: folded === text ? text : folded,
    capital: capitalLetter.test(text),
    acronym: acronymLetters.test(letters),
  }
}

/** The form of a word with its possessive ending. The same word gives the same object, so that texts share its strings. */
function formOf(whole: string): WordForm {
  const known = forms.get(whole)
  if (known !== undefined) return known
  if (whole.length > maxCachedLength) return readForm(whole)
  // A copy, because V8 keeps a whole text in memory as long as a slice of it is used.
  const copy = whole.split('').join('')
  const form = readForm(copy)
  if (forms.size >= maxForms) forms.clear()
  forms.set(copy, form)
  return form
}

/** The words of a text in order. Hyphens split words; apostrophes inside a word do not. */
export function words(text: string): Word[] {
  const found: Word[] = []
  const pattern = word.on(text)
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { text: shown, folded, capital, acronym } = formOf(match[0])
    const start = match.index
    found.push({ start, end: start + shown.length, text: shown, folded, capital, acronym })
  }
  return found
}

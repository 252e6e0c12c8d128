import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import { isFunctionWord } from '../../../language/vocabulary/function-words.ts'
import { genderOfFirstName } from '../lexicon/first-names.ts'
import type { NamePhrase } from './name-phrases.ts'
import type { Token } from './tokenize.ts'

/** Shorter words are often not capitalised in a headline. */
const minLongWord = 4
const minCapitalShare = 0.9
/** A line of fewer long words can be a name. */
const minLongWords = 5
/** The same if nothing ends or divides the line, as in "Council Backs Ana Lima". */
const minUnmarkedWords = 4
const maxHeadlineTokens = 40
const smallLetter = unicodeRegExp(String.raw`\p{Ll}`)
const letter = unicodeRegExp(String.raw`\p{L}`)

/** Whether a paragraph is a headline: every longer word is capitalised, or all letters are, so that capitals do not mark names. */
export function isHeadline(tokens: readonly Token[]): boolean {
  if (tokens.length > maxHeadlineTokens || tokens.some(({ kind }) => kind === 'quote')) return false
  if (isInCapitals(tokens)) return true
  const words = tokens.filter(isWord)
  const long = words.filter(({ text }) => text.length >= minLongWord)
  const isCapital = long.filter(({ capital }) => capital).length / long.length > minCapitalShare
  if (!isCapital) return false
  if (long.length >= minLongWords) return true
  const isUnmarked = tokens.every(({ kind }) => kind === 'word')
  return isUnmarked && (words.length >= minUnmarkedWords || isFunctionWord(words[0]?.lower ?? ''))
}

/** Whether all letters of a line of several words are capitals: such a line names people without introducing them. */
export function isInCapitals(tokens: readonly Token[]): boolean {
  if (tokens.length > maxHeadlineTokens || tokens.some(({ kind }) => kind === 'quote')) return false
  const words = tokens.filter(isWord)
  return words.length >= minUnmarkedWords && words.every(({ text }) => !smallLetter.test(text))
}

const isWord = ({ kind, text }: Token): boolean => kind === 'word' && letter.test(text)

/** The names of a headline that a common first name shows: "Embattled Ana Lima Faces Vote" has "Ana Lima". */
export function headlineNames(tokens: readonly Token[]): readonly NamePhrase[] {
  const found: NamePhrase[] = []
  for (let from = 0; from + 1 < tokens.length; from++) {
    let last = from
    while (isFirstName(tokens[last]) && last - from < tokens.length) last++
    const next = tokens[last]
    if (last === from || next === undefined || !next.capital || isFunctionWord(next.lower)) continue
    const words = tokens.slice(from, last + 1).map(({ text }) => text)
    found.push({ from, core: from, to: last + 1, words, titleOnly: false, organisation: false, possessive: false })
    from = last
  }
  return found
}

const isFirstName = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.capital && genderOfFirstName(token.lower) !== undefined

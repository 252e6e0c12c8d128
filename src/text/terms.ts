import { stemmer } from 'stemmer'
import type { Range } from './range.ts'
import { stopWords } from './stop-words.ts'
import { type Word, words } from './words.ts'

/** A content word of a text: what the index stores and a query is made of. */
export interface Term extends Range {
  /** The stem (Porter) of the folded word; a number or an acronym as it is. */
  readonly term: string
  readonly word: Word
}

/** The longest and the shortest word that is a term, in UTF-16 units. */
export const shortestTerm = 2
export const longestTerm = 32

const stems = new Map<string, string>()
const stemsKept = 50_000
const hasDigit = /\p{N}/u
const thousands = /(?<=\d),(?=\d{3}(?!\d))/g

/** The stem of one folded word (Porter's algorithm; words with a digit are kept, without thousands separators). */
export function stem(folded: string): string {
  if (hasDigit.test(folded)) return folded.replace(thousands, '')
  const known = stems.get(folded)
  if (known !== undefined) return known
  const made = stemmer(folded)
  if (stems.size >= stemsKept) stems.clear()
  stems.set(folded, made)
  return made
}

/** The term of a word, or null for a function word. "US", "WHO" and "IT" in capitals are names, not function words. */
export function termOf(word: Word): string | null {
  if (word.folded.length > longestTerm) return null
  if (word.acronym) return word.folded
  if (word.folded.length < shortestTerm && !hasDigit.test(word.folded)) return null
  if (stopWords.has(word.folded)) return null
  return stem(word.folded)
}

/** The content words of a text in order, repeats included. */
export function terms(text: string): Term[] {
  const found: Term[] = []
  for (const word of words(text)) {
    const term = termOf(word)
    if (term !== null) found.push({ term, start: word.start, end: word.end, word })
  }
  return found
}

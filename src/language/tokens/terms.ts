import { stemmer } from 'stemmer'
import type { Range } from '../text/range.ts'
import { unicodeRegExp } from '../text/unicode-regexp.ts'
import { countryOf, maxCountryFormWords } from '../vocabulary/countries.ts'
import { baseForm, oneSpelling } from '../vocabulary/irregular-forms.ts'
import { stopWords } from './stop-words.ts'
import { mayBeUnspaced, unspacedParts, type WordPart } from './unspaced-runs.ts'
import { type Word, words } from './words.ts'

/** A content word of a text, a whole country name, or two characters of a script without spaces: the unit of the index and of queries. */
export interface Term extends Range {
  /** The stem (Porter) of the folded word; numbers and acronyms unchanged; a country as `@` and its code; a bigram. */
  readonly term: string
  /** The folded word or words. */
  readonly folded: string
  readonly capital: boolean
}

/** The minimum and maximum length of a term, in UTF-16 units. */
export const minTermLength = 2
export const maxTermLength = 32

interface Stemmed {
  readonly folded: string
  readonly stem: string
  /** Whether it is a function word, which is a term only as an acronym. */
  readonly isFunctionWord: boolean
  /** The maximum number of words in a country name that begins with it. */
  readonly countryWords: number
  /** Whether it may have characters of a script without spaces. */
  readonly isUnspaced: boolean
}

const stems = new Map<string, Stemmed>()
const stemsKept = 50_000
const hasDigit = unicodeRegExp(String.raw`\p{N}`)
const thousands = /(?<=\d),(?=\d{3}(?!\d))/g

/** A word with its stem. The same word gives the same object, so that many texts share it in memory. */
function stemmed(folded: string): Stemmed {
  const known = stems.get(folded)
  if (known !== undefined) return known
  const isNumber = hasDigit.test(folded)
  const stem = isNumber ? folded.replace(thousands, '') : stemmer(oneSpelling(baseForm(folded)))
  const made = {
    folded,
    stem: stem === folded ? folded : stem,
    isFunctionWord: (folded.length < minTermLength && !isNumber) || stopWords.has(folded),
    countryWords: maxCountryFormWords(folded),
    isUnspaced: mayBeUnspaced(folded),
  }
  if (stems.size >= stemsKept) stems.clear()
  stems.set(folded, made)
  return made
}

/** The stem of one folded word (Porter's algorithm; words with a digit are kept, without thousands separators). */
export function stem(folded: string): string {
  return stemmed(folded).stem
}

/** The longest country name of up to `longest` words that begins at word `at`, and its number of words. */
function countryAt(
  all: readonly Word[],
  at: number,
  longest: number,
): { readonly code: string; readonly length: number } | null {
  const first = all[at]
  if (first === undefined) return null
  for (let length = Math.min(longest, all.length - at); length > 0; length--) {
    const form =
      length === 1
        ? first.folded
        : all
            .slice(at, at + length)
            .map(({ folded }) => folded)
            .join(' ')
    // A short acronym must be in capitals ("US", "UN", "EU"), not just at the start of a sentence ("Us").
    const code = countryOf(form, length > 1 || first.folded.length > 2 ? first.capital : first.acronym)
    if (code !== undefined) return { code, length }
  }
  return null
}

/** The terms of a word in a script without spaces. Other letters in it are words of their own. */
function unspacedTerms({ text, start }: Word, parts: readonly WordPart[]): readonly Term[] {
  return parts.flatMap((part): readonly Term[] => {
    const { start: from, end: to, bigram } = part
    if (bigram !== null) return [{ term: bigram, folded: bigram, capital: false, start: start + from, end: start + to }]
    return terms(text.slice(from, to)).map((term) => ({
      ...term,
      start: start + from + term.start,
      end: start + from + term.end,
    }))
  })
}

/**
 * The content words of a text in order, including repeats. Every form of a country's name and nationality ("U.S.", "United
 * States", "Americans") is the same term.
 */
export function terms(text: string): Term[] {
  return termsOf(words(text))
}

/** The content words in a list of words. */
export function termsOf(all: readonly Word[]): Term[] {
  const found: Term[] = []
  for (let at = 0; at < all.length; at++) {
    const word = all[at]
    if (word === undefined) break
    const kept = word.folded.length > maxTermLength ? null : stemmed(word.folded)
    const country = countryAt(all, at, kept?.countryWords ?? maxCountryFormWords(word.folded))
    if (country !== null) {
      const last = all[at + country.length - 1] ?? word
      const folded = all
        .slice(at, at + country.length)
        .map((part) => part.folded)
        .join(' ')
      found.push({ term: `@${country.code}`, folded, capital: word.capital, start: word.start, end: last.end })
      at += country.length - 1
      continue
    }
    if (kept === null || kept.isUnspaced) {
      const parts = unspacedParts(word.text)
      if (parts !== null) for (const term of unspacedTerms(word, parts)) found.push(term)
      if (parts !== null || kept === null) continue
    }
    // "WHO" and "IT" in capitals are names, not function words.
    if (kept.isFunctionWord && !word.acronym) continue
    const { folded, stem } = kept
    found.push({ term: word.acronym ? folded : stem, folded, capital: word.capital, start: word.start, end: word.end })
  }
  return found
}

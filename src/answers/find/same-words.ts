import type { Paragraph } from '../../corpus/article/article.ts'
import { terms } from '../../language/tokens/terms.ts'
import { calendar } from '../../reading/facts/extract/name-mentions.ts'
import { discourseWords, reportingVerbs } from '../../reading/facts/lexicon/reporting-verbs.ts'
import { type ClauseBoundaries, clauseBoundaries, type ExactWord, wordsAround } from '../answer/exact-words.ts'
import { maxPlaces, type PhraseIndex, type PhrasePlace } from '../answer/phrase-index.ts'
import { hasForce } from './says-otherwise.ts'

/** A span of a text whose words are also consecutive in the articles: its first and last word, end exclusive, and the places. */
export interface SameWords {
  readonly from: number
  readonly to: number
  readonly places: readonly PhrasePlace[]
}

/** The words to look for in a text, and the index to search. */
export interface Search {
  readonly text: string
  readonly words: readonly ExactWord[]
  readonly rows: PhraseIndex
  readonly wordsOf: (paragraph: Paragraph) => readonly ExactWord[]
  readonly boundariesOf: (paragraph: Paragraph) => ClauseBoundaries
}

/** The minimum number of words in a span of a sentence, and the minimum number of content words. */
const minWords = 4
const minContentWords = 3
const minContentWordsOfWhole = 2

function foldedOf(words: readonly ExactWord[]): readonly string[] {
  return words.map(({ folded }) => folded)
}

/** The number of content words, without those that say when something was said, or that it was said. */
export function contentWordCount(text: string): number {
  const content = terms(text).filter(
    ({ folded }) => !calendar.test(folded) && !reportingVerbs.has(folded) && !discourseWords.has(folded),
  )
  return new Set(content.map(({ term }) => term)).size
}

/** The places that have all words of a text in a row. */
export function wholePlaces({ words, rows }: Search): readonly PhrasePlace[] {
  return rows.places(foldedOf(words))
}

/** Where the articles have the first words of a row, as many words as are needed to limit the number of places. */
function seedPlaces({ words, rows }: Search, from: number): readonly PhrasePlace[] {
  let to = from + minWords
  let places = rows.places(foldedOf(words.slice(from, to)))
  while (places.length === maxPlaces && to < words.length) {
    to++
    places = rows.places(foldedOf(words.slice(from, to)))
  }
  return places
}

/** How many words a place and a text have in common in a row, from the first word on. */
function reach(search: Search, from: number, place: PhrasePlace): number {
  const there = search.wordsOf(place.paragraph)
  let count = place.to - place.from
  while (from + count < search.words.length && search.words[from + count]?.folded === there[place.from + count]?.folded)
    count++
  return count
}

/**
 * The longest sequence of words, from a given word of a text on, that begins and ends at a clause boundary of the text or of the article:
 * an excerpt from the middle of a clause may mean something else. Null if no sequence has enough content.
 */
function longestRow(search: Search, from: number, own: ClauseBoundaries): number | null {
  const { text, words, boundariesOf } = search
  // "According to the council" only says who said it.
  if (from + minWords > words.length || words[from]?.folded === 'according') return null
  let longest = 0
  for (const place of seedPlaces(search, from)) {
    const { edges } = boundariesOf(place.paragraph)
    const isWholeStart = edges.has(place.from)
    if (!own.starts.has(from) && !isWholeStart) continue
    for (let count = reach(search, from, place); count >= Math.max(minWords, longest + 1); count--) {
      const to = from + count
      const isWholeEnd = edges.has(place.from + count)
      if (!own.ends.has(to) && !isWholeEnd) continue
      const isWhole = isWholeStart && isWholeEnd
      // Negated text is not separated from its "not", unless the article has it as a separate clause.
      if (!isWhole && wordsAround(words, own, { from, to }).some(({ folded }) => hasForce(folded))) continue
      const tells = contentWordCount(text.slice(words[from]?.start, words[to - 1]?.end))
      if (tells >= (isWhole ? minContentWordsOfWhole : minContentWords)) longest = count
      break
    }
  }
  return longest === 0 ? null : longest
}

/** The spans of a text whose words are also consecutive in the articles; in order, without overlaps. */
export function sameStretches(search: Search): readonly SameWords[] {
  const { text, words, rows } = search
  const own = clauseBoundaries(text, words)
  const found: SameWords[] = []
  for (let from = 0; from < words.length; from++) {
    const count = longestRow(search, from, own)
    if (count === null) continue
    const places = rows.places(foldedOf(words.slice(from, from + count)))
    found.push({ from, to: from + count, places })
    from += count - 1
  }
  return found
}

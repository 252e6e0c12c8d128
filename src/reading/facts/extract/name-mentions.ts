import { type Text, wordsOf } from '../../../language/analysis/recent-words.ts'
import type { Sentence } from '../../../language/analysis/sentence.ts'
import { nameSkeleton } from '../../../language/names/names.ts'
import { opensWithNumber } from '../../../language/sentences/opening.ts'
import type { Range } from '../../../language/text/range.ts'
import { stopWords } from '../../../language/tokens/stop-words.ts'
import type { Word } from '../../../language/tokens/words.ts'
import { isFunctionWord, nameParticles } from '../../../language/vocabulary/function-words.ts'
import { isTitle } from '../../statements/lexicon/titles.ts'

/** A name as written in a sentence, without titles. Offsets are relative to the sentence. */
export interface Name extends Range {
  /** The key to compare it by: a country's `@code`, or `=` and the skeleton of the last word. */
  readonly key: string
  /** The folded words. */
  readonly words: readonly string[]
  /** Whether it only describes a title or another name ("Danish" in "Danish President Lima"). */
  readonly isModifier: boolean
}

/** How an article spells its words inside sentences, where a capital is meaningful. */
export interface WordCases {
  readonly capital: ReadonlySet<string>
  readonly small: ReadonlySet<string>
}

/** After this mark every word has a capital. It may be the last character of the previous word ("U.S."). */
const opensWords = /[.!?:"\u201c\u2018]\s*$/u

/** Collects how the sentences of an article capitalise their words. */
export function readCases(sentences: Iterable<Text>): WordCases {
  const capital = new Set<string>()
  const small = new Set<string>()
  for (const sentence of sentences) {
    let before: Word | null = null
    for (const word of wordsOf(sentence)) {
      if (!word.capital) small.add(word.folded)
      else if (before !== null && !opensWords.test(sentence.text.slice(before.end - 1, word.start)))
        capital.add(word.folded)
      before = word
    }
  }
  return { capital, small }
}

const titlePart = new Set(
  'prime vice deputy special foreign defense defence chief former acting interior finance mr mrs ms dr'.split(' '),
)
/** A weekday or a month, folded. */
export const calendar =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)$/u

/** Whether a word is part of a title: "president", "prime", "special". */
export function isTitleWord({ folded }: Pick<Word, 'folded'>): boolean {
  return isTitle(folded) || titlePart.has(folded)
}

function isPossessive(text: string, { end }: Word): boolean {
  return /^['\u2019]s\s/u.test(text.slice(end, end + 3))
}

/** Whether a word can be part of a name in this sentence. */
function isNameWord(text: string, all: readonly Word[], at: number, cases: WordCases): boolean {
  const word = all[at]
  if (word === undefined || !word.capital || calendar.test(word.folded)) return false
  if (opensWithNumber(word.text)) return false
  if (at > 0) return !isFunctionWord(word.folded) || word.acronym
  if (stopWords.has(word.folded) || isFunctionWord(word.folded)) return false
  if (cases.small.has(word.folded)) return false
  return cases.capital.has(word.folded) || all[at + 1]?.capital === true || isPossessive(text, word)
}

function gap(text: string, left: Word | undefined, right: Word | undefined): string {
  return left === undefined || right === undefined ? '' : text.slice(left.end, right.start)
}

/** Whether only titles (at least one) and their modifiers are between word `at` and the next name. */
function leadsToName(text: string, all: readonly Word[], at: number, cases: WordCases): boolean {
  let titles = 0
  for (let next = at + 1; next < Math.min(all.length, at + 7); next++) {
    const word = all[next]
    if (word === undefined || !/^(?:['\u2019]s)?[\s-]+$/u.test(gap(text, all[next - 1], word))) return false
    if (isTitleWord(word)) titles++
    else if (isNameWord(text, all, next, cases)) {
      if (titles > 0) return true
    } else if (word.capital || isFunctionWord(word.folded)) return false
  }
  return false
}

/** The names of a sentence in order. */
export function namesIn(sentence: Sentence, cases: WordCases): Name[] {
  const { text, terms } = sentence
  const all = wordsOf(sentence)
  const countries = new Map(terms.filter(({ term }) => term.startsWith('@')).map((term) => [term.start, term]))
  const found: Name[] = []
  for (let at = 0; at < all.length; at++) {
    const word = all[at]
    if (word === undefined) break
    const country = countries.get(word.start)
    if (country !== undefined) {
      let last = at
      while ((all[last]?.end ?? country.end) < country.end) last++
      const { start, end, term, folded } = country
      found.push({ start, end, key: term, words: [folded], isModifier: leadsToName(text, all, last, cases) })
      at = last
      continue
    }
    if (!isNameWord(text, all, at, cases) || isTitleWord(word)) continue
    let to = at + 1
    for (; to < all.length; to++) {
      const next = all[to]
      if (next === undefined || !/^[\s-]+$/u.test(gap(text, all[to - 1], next)) || countries.has(next.start)) break
      if (nameParticles.has(next.folded) && isNameWord(text, all, to + 1, cases)) continue
      if (!isNameWord(text, all, to, cases) || isTitleWord(next)) break
    }
    const parts = all.slice(at, to)
    const last = parts.at(-1) ?? word
    found.push({
      start: word.start,
      end: last.end,
      key: `=${nameSkeleton(last.folded)}`,
      words: parts.map(({ folded }) => folded),
      isModifier: leadsToName(text, all, to - 1, cases),
    })
    at = to - 1
  }
  return found
}

/** A single word as a name. */
export function nameOf({ start, end, folded }: Word): Omit<Name, 'isModifier'> {
  return { start, end, key: `=${nameSkeleton(folded)}`, words: [folded] }
}

/** Whether two names with the same key can be the same person: one contains the other's words, or their first words do not conflict. */
export function isSameName(a: Name, b: Name): boolean {
  if (a.key !== b.key) return false
  if (a.words.length === 1 || b.words.length === 1) return true
  const [first = '', other = ''] = [a.words[0], b.words[0]]
  return (
    first === other || a.words.includes(other) || b.words.includes(first) || nameSkeleton(first) === nameSkeleton(other)
  )
}

import { lettersOf, mayBeSimilar } from '../../language/names/letter-set.ts'
import { isNameVariant, nameSkeleton, similarity } from '../../language/names/names.ts'
import { opensWithNumber } from '../../language/sentences/opening.ts'
import { maxTermLength, stem, type Term, terms as termsIn } from '../../language/tokens/terms.ts'
import { wordVectors } from '../../language/vocabulary/word-vectors.ts'
import { once } from '../../resources/once.ts'
import { hyphenatedWords } from '../query/compounds.ts'

/** What the indexed texts show about their own terms: which are names, and which names are spellings of one another. */
export interface Vocabulary {
  /** Whether a term is a name: a country, or a word that is nearly always capitalised inside a sentence. */
  isName(term: string): boolean
  /** The other spellings of a name, in alphabetical order ("sergei" for "sergey"). */
  variants(term: string): readonly string[]
  /** The terms of the words that a folded word may be a typo of, likeliest first ("secuirty" -> "secur"). */
  slips(folded: string): readonly string[]
  /** The terms of the words that a folded word is written as in the texts: "long" and "term" for "longterm"; none if it is one word. */
  parts(folded: string): readonly string[]
}

/** The minimum similarity (Jaro-Winkler) of a word and its typo. */
const slipLikeness = 0.93
const minTypoLength = 4

/** The words of the texts, each with its term. */
type WordBook = ReadonlyMap<string, string>

/**
 * Word counts of texts, as plain data; the counts of several texts can be added up. They are lists, which take a third of the memory of
 * maps.
 */
export interface WordCounts {
  /** The terms that occur where capitalisation is informative. */
  readonly spelt: readonly string[]
  /** How often each of them is capitalised, and how often it occurs: two numbers per term. */
  readonly counts: readonly number[]
  /** Each folded word. */
  readonly words: readonly string[]
  /** The term of each word; the last one if a word has several. */
  readonly terms: readonly string[]
  /** The hyphenated words, folded. */
  readonly hyphenated: readonly string[]
}

export const noWords: WordCounts = { spelt: [], counts: [], words: [], terms: [], hyphenated: [] }

/** Counts while they are being added up. */
interface Sums {
  readonly spellings: Map<string, { capital: number; all: number }>
  readonly termOf: Map<string, string>
  readonly hyphenated: Set<string>
}

function addTo({ spellings }: Sums, term: string, capital: number, all: number): void {
  const sum = spellings.get(term)
  if (sum === undefined) spellings.set(term, { capital, all })
  else {
    sum.capital += capital
    sum.all += all
  }
}

function countsOf({ spellings, termOf, hyphenated }: Sums): WordCounts {
  return {
    spelt: [...spellings.keys()],
    counts: [...spellings.values()].flatMap(({ capital, all }) => [capital, all]),
    words: [...termOf.keys()],
    terms: [...termOf.values()],
    hyphenated: [...hyphenated],
  }
}

/** Words that begin with the same letter, each with its letters and its term. */
interface WordGroup {
  readonly words: string[]
  readonly letters: number[]
  readonly terms: string[]
}

function groupByInitial(words: readonly string[], terms: readonly string[]): ReadonlyMap<string, WordGroup> {
  const groups = new Map<string, WordGroup>()
  for (const [at, word] of words.entries()) {
    const initial = word.charAt(0)
    const group = groups.get(initial) ?? { words: [], letters: [], terms: [] }
    groups.set(initial, group)
    group.words.push(word)
    group.letters.push(lettersOf(word))
    group.terms.push(terms[at] ?? word)
  }
  return groups
}

function slipsOf(folded: string, { words, letters, terms }: WordGroup): readonly string[] {
  const near: { readonly word: string; readonly term: string; readonly alike: number }[] = []
  const own = lettersOf(folded)
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (Math.abs(word.length - folded.length) > 1) continue
    if (!mayBeSimilar(folded, own, word, letters[at] ?? 0, slipLikeness)) continue
    const alike = similarity(folded, word)
    if (alike >= slipLikeness) near.push({ word, term: terms[at] ?? word, alike })
  }
  near.sort((a, b) => b.alike - a.alike || (a.word < b.word ? -1 : 1))
  return [...new Set(near.map(({ term }) => term))]
}

const singular = (folded: string) => folded.replace(/s$/, '')

/** Shorter parts are often endings or prefixes, not words. */
const minPartLength = 4

/** The terms of the two words of the texts that a word which is not a common English one consists of; none if there are no such words. */
function spacedParts(folded: string, book: WordBook): readonly string[] {
  if (folded.length > maxTermLength || wordVectors().placeOf(stem(folded)) >= 0) return []
  for (let at = minPartLength; at <= folded.length - minPartLength; at++) {
    const [first, second] = [book.get(folded.slice(0, at)), book.get(folded.slice(at))]
    if (first !== undefined && second !== undefined) return [first, second]
  }
  return []
}

const minCapitalShare = 0.75
const sentenceStart = /(?:^|[.!?:\u2026\n])["'\u201c\u2018\u2019\u201d(\s]*$/

/** Counts the words of texts and their terms. */
export function readWords(texts: Iterable<{ readonly text: string; readonly terms: readonly Term[] }>): WordCounts {
  const sums: Sums = { spellings: new Map(), termOf: new Map(), hyphenated: new Set() }
  for (const { text, terms } of texts) {
    for (const word of hyphenatedWords(text)) sums.hyphenated.add(word)
    for (const { term, folded, capital, start } of terms) {
      sums.termOf.set(folded, term)
      // The first word of a sentence is always capitalised.
      if (capital && sentenceStart.test(text.slice(Math.max(0, start - 4), start))) continue
      addTo(sums, term, capital ? 1 : 0, 1)
    }
  }
  return countsOf(sums)
}

/** Adds up the counts of several texts. */
export function createWordSums() {
  const sums: Sums = { spellings: new Map(), termOf: new Map(), hyphenated: new Set() }
  return {
    /** Adds the counts of the next text. */
    add({ spelt, counts, words, terms, hyphenated }: WordCounts): void {
      for (const word of hyphenated) sums.hyphenated.add(word)
      words.forEach((word, at) => {
        sums.termOf.set(word, terms[at] ?? word)
      })
      spelt.forEach((term, at) => {
        addTo(sums, term, counts[2 * at] ?? 0, counts[2 * at + 1] ?? 0)
      })
    },
    /** The counts of all texts together. */
    all: (): WordCounts => countsOf(sums),
  }
}

/** Builds the vocabulary of texts from their word counts. */
export function vocabularyOf({ spelt, counts, words, terms, hyphenated }: WordCounts): Vocabulary {
  const book = new Map(words.map((word, at) => [word, terms[at] ?? word]))
  const groups = once(() => groupByInitial(words, terms))
  const closed = new Map(hyphenated.map((word) => [singular(word.replaceAll('-', '')), word]))
  const names = new Set<string>()
  const bySkeleton = new Map<string, string[]>()
  for (const [at, term] of spelt.entries()) {
    const [capital = 0, all = 0] = [counts[2 * at], counts[2 * at + 1]]
    if (capital < all * minCapitalShare || opensWithNumber(term)) continue
    names.add(term)
    const skeleton = nameSkeleton(term)
    const alike = bySkeleton.get(skeleton)
    if (alike) alike.push(term)
    else bySkeleton.set(skeleton, [term])
  }
  return {
    isName: (term) => term.startsWith('@') || names.has(term),
    slips(folded) {
      const group = folded.length < minTypoLength ? undefined : groups().get(folded.charAt(0))
      return group === undefined ? [] : slipsOf(folded, group)
    },
    parts(folded) {
      const known = closed.get(singular(folded))
      return known === undefined ? spacedParts(folded, book) : termsIn(known).map(({ term }) => term)
    },
    variants: (term) =>
      (bySkeleton.get(nameSkeleton(term)) ?? []).filter((other) => other !== term && isNameVariant(term, other)).sort(),
  }
}

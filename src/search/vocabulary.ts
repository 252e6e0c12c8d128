import { isNameVariant, nameSkeleton, similarity } from '../text/names.ts'
import { opensWithNumber } from '../text/opening.ts'
import type { Term } from '../text/terms.ts'

/** What the indexed texts show of their own terms: which are names, and which names are spellings of one another. */
export interface Vocabulary {
  /** Whether a term stands for a name: a country, or a word that is hardly ever written small inside a sentence. */
  isName(term: string): boolean
  /** The other spellings of a name, in alphabetical order ("sergei" for "sergey"). */
  variants(term: string): readonly string[]
  /** The terms of the words that a folded word may be a slip of, the likeliest first ("secuirty" -> "secur"). */
  slips(folded: string): readonly string[]
}

/** Words are slips of one another from this likeness on (Jaro-Winkler); of short words only a missing letter is. */
const slipLikeness = 0.93
const shortestSlip = 4

/** The words of the texts by their first letter, each with its term. */
type WordBook = ReadonlyMap<string, ReadonlyMap<string, string>>

/** How often a term is written large, and how often at all, where that tells something. */
interface Spelling {
  readonly capital: number
  readonly all: number
}

/** What texts show of their words, as plain data; of several texts it can be added up. */
export interface WordCounts {
  readonly spellings: ReadonlyMap<string, Spelling>
  /** The term of each folded word; the last one where a word has several. */
  readonly terms: ReadonlyMap<string, string>
}

function slipsOf(folded: string, book: WordBook): readonly string[] {
  if (folded.length < shortestSlip) return []
  const near = [...(book.get(folded.charAt(0)) ?? [])]
    .filter(([word]) => Math.abs(word.length - folded.length) <= 1)
    .map(([word, term]) => ({ word, term, alike: similarity(folded, word) }))
    .filter(({ alike }) => alike >= slipLikeness)
    .sort((a, b) => b.alike - a.alike || (a.word < b.word ? -1 : 1))
  return [...new Set(near.map(({ term }) => term))]
}

const mostlyCapital = 0.75
const sentenceStart = /(?:^|[.!?:\u2026\n])["'\u201c\u2018\u2019\u201d(\s]*$/

/** Counts the words of texts, each with its terms. */
export function readWords(texts: Iterable<{ readonly text: string; readonly terms: readonly Term[] }>): WordCounts {
  const spellings = new Map<string, Spelling>()
  const termOf = new Map<string, string>()
  for (const { text, terms } of texts) {
    for (const { term, folded, capital, start } of terms) {
      termOf.set(folded, term)
      // The first word of a sentence is written large whatever it is, and tells nothing.
      if (capital && sentenceStart.test(text.slice(Math.max(0, start - 4), start))) continue
      const { capital: large, all } = spellings.get(term) ?? { capital: 0, all: 0 }
      spellings.set(term, { capital: large + (capital ? 1 : 0), all: all + 1 })
    }
  }
  return { spellings, terms: termOf }
}

/** The counts of texts of which those of each part are known, in order. */
export function addWords(parts: Iterable<WordCounts>): WordCounts {
  const sums = new Map<string, { capital: number; all: number }>()
  const termOf = new Map<string, string>()
  for (const { spellings, terms } of parts) {
    for (const [folded, term] of terms) termOf.set(folded, term)
    for (const [term, { capital, all }] of spellings) {
      const sum = sums.get(term)
      if (sum === undefined) sums.set(term, { capital, all })
      else {
        sum.capital += capital
        sum.all += all
      }
    }
  }
  return { spellings: sums, terms: termOf }
}

/** The vocabulary of texts, of the counts of their words. */
export function vocabularyOf({ spellings, terms }: WordCounts): Vocabulary {
  const book = new Map<string, Map<string, string>>()
  for (const [folded, term] of terms) {
    const initial = book.get(folded.charAt(0))
    if (initial) initial.set(folded, term)
    else book.set(folded.charAt(0), new Map([[folded, term]]))
  }
  const names = new Set<string>()
  const bySkeleton = new Map<string, string[]>()
  for (const [term, { capital, all }] of spellings) {
    if (capital < all * mostlyCapital || opensWithNumber(term)) continue
    names.add(term)
    const skeleton = nameSkeleton(term)
    const alike = bySkeleton.get(skeleton)
    if (alike) alike.push(term)
    else bySkeleton.set(skeleton, [term])
  }
  return {
    isName: (term) => term.startsWith('@') || names.has(term),
    slips: (folded) => slipsOf(folded, book),
    variants: (term) =>
      (bySkeleton.get(nameSkeleton(term)) ?? []).filter((other) => other !== term && isNameVariant(term, other)).sort(),
  }
}

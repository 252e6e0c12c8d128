import { isNameVariant, nameSkeleton } from '../text/names.ts'
import type { Term } from '../text/terms.ts'

/** What the indexed texts show of their own terms: which are names, and which names are spellings of one another. */
export interface Vocabulary {
  /** Whether a term stands for a name: a country, or a word that is hardly ever written small inside a sentence. */
  isName(term: string): boolean
  /** The other spellings of a name, in alphabetical order ("zelenski" for "zelenskyi"). */
  variants(term: string): readonly string[]
}

const mostlyCapital = 0.75
const sentenceStart = /(?:^|[.!?:\u2026\n])["'\u201c\u2018\u2019\u201d(\s]*$/

/** Reads the vocabulary of texts, each with its terms. */
export function readVocabulary(
  texts: Iterable<{ readonly text: string; readonly terms: readonly Term[] }>,
): Vocabulary {
  const counts = new Map<string, { capital: number; all: number }>()
  for (const { text, terms } of texts) {
    for (const { term, capital, start } of terms) {
      // The first word of a sentence is written large whatever it is, and tells nothing.
      if (capital && sentenceStart.test(text.slice(Math.max(0, start - 4), start))) continue
      const count = counts.get(term) ?? { capital: 0, all: 0 }
      count.all++
      if (capital) count.capital++
      counts.set(term, count)
    }
  }
  const names = new Set<string>()
  const bySkeleton = new Map<string, string[]>()
  for (const [term, { capital, all }] of counts) {
    if (capital < all * mostlyCapital || /^\p{N}/u.test(term)) continue
    names.add(term)
    const skeleton = nameSkeleton(term)
    const alike = bySkeleton.get(skeleton)
    if (alike) alike.push(term)
    else bySkeleton.set(skeleton, [term])
  }
  return {
    isName: (term) => term.startsWith('@') || names.has(term),
    variants: (term) =>
      (bySkeleton.get(nameSkeleton(term)) ?? []).filter((other) => other !== term && isNameVariant(term, other)).sort(),
  }
}

import { overlaps } from '../../../../language/text/range.ts'
import { antonyms, type RelatedStem, relatedWords } from '../../../../language/vocabulary/related-words.ts'
import { wordVectors } from '../../../../language/vocabulary/word-vectors.ts'
import type { Claim } from '../../extract/claim.ts'
import { conceptOf } from '../../lexicon/synonym-classes.ts'

/** A content word of a claim, ready to be compared. */
export interface ClaimWord {
  readonly term: string
  /** Its event or noun class, or its stem. */
  readonly concept: string
  /** Its first place in the sentence's text. */
  readonly start: number
  /** The index of its vector, or -1. */
  readonly vector: number
  readonly isName: boolean
  /** Its index among the words of the article; one term is several words if they differ in concept, or in being a name. */
  readonly index: number
  /** The stems that may mean the same. */
  readonly related: readonly RelatedStem[]
  /** Its antonyms. */
  readonly antonyms: readonly string[]
}

/** Words beyond this many are not compared. */
const maxWords = 40

/**
 * The distinct content words of a claim, without its attribution, figures and times. `known` numbers the words of the article; new ones are
 * added.
 */
export function claimWords(
  { sentence, focus, content }: Claim,
  known: Map<string, number> = new Map(),
): readonly ClaimWord[] {
  const found = new Map<string, ClaimWord>()
  const elsewhere = [...content.attributed, ...content.times, ...content.figures]
  for (const word of sentence.terms) {
    const { term, folded, start, end } = word
    if (start < focus.start || end > focus.end || found.has(term)) continue
    if (elsewhere.some((range) => overlaps(range, word))) continue
    if (found.size >= maxWords) break
    const isName = content.names.some((name) => overlaps(name, word))
    const concept = conceptOf(folded)
    // Two forms of one term may have other concepts, and a name may also be a word: these are not equally like other words.
    const form = `${term} ${concept} ${isName}`
    const index = known.get(form) ?? known.size
    known.set(form, index)
    found.set(term, {
      term,
      concept,
      start,
      vector: wordVectors().placeOf(term),
      isName,
      index,
      related: relatedWords(term),
      antonyms: antonyms(term),
    })
  }
  return [...found.values()]
}

/** The mean cosine of the vectors of unrelated frequent stems is about 0.2: up to here two words are unrelated. */
const unrelated = 0.3
/** A related word of WordNet counts a little less than the same word. */
const relatedShare = 0.9

/** How alike two words are in meaning, 0 to 1. */
export function wordLikeness(a: ClaimWord, b: ClaimWord): number {
  if (a.term === b.term || a.concept === b.concept) return 1
  if (a.isName || b.isName) return 0
  const near = (wordVectors().likeness(a.vector, b.vector) - unrelated) / (1 - unrelated)
  const related = a.related.find(({ stem }) => stem === b.term)?.strength ?? 0
  return Math.max(0, near, relatedShare * related)
}

/** Looks up how alike a word of one article and a word of another are. */
export type Likeness = (a: ClaimWord, b: ClaimWord) => number

/** `wordLikeness` between two articles, computed once for each pair of words. */
export function createLikeness(wordsLeft: number, wordsRight: number): Likeness {
  const known = new Float32Array(wordsLeft * wordsRight).fill(-1)
  return (a, b) => {
    const at = a.index * wordsRight + b.index
    const found = known[at] ?? -1
    if (found >= 0) return found
    const value = wordLikeness(a, b)
    known[at] = value
    return known[at] ?? value
  }
}

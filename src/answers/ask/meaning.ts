import type { Generation } from '../../library/generation.ts'
import { type Sentence, termSetOf } from '../../reading/read-sentences.ts'
import { inverseFrequency } from '../../search/paragraph-index.ts'
import { cosine, wordVectors } from '../../text/word-vectors.ts'
import type { CandidateParagraph } from './candidate-paragraphs.ts'
import type { Candidate } from './candidates.ts'
import { heldByEither, heldShare } from './match.ts'
import type { Question } from './question.ts'

/** How near a candidate is to a question in meaning, by the vectors of its words. */
export interface Meaning {
  /** The share of the question's weight that the sentence holds, a term that is missing by the word most like it. */
  readonly inSentence: number
  /** The same of the sentence together with the one before, and of the paragraph. */
  readonly withPrevious: number
  readonly inParagraph: number
  /** The greatest weight that is missing from the sentence so, as a share of the question's. */
  readonly missing: number
  /** How like the noun that is chosen or counted is the word most like it that the question does not say; -1 without one. */
  readonly focus: number
  /** The cosine between question and sentence, and question and paragraph, words weighed by how rare they are. */
  readonly sentence: number
  readonly paragraph: number
}

/** Words that share no more than this are not alike at all. */
const leastAlike = 0.25

/** What is known of a sentence or a paragraph, whatever the candidate. */
interface Read {
  /** How much of each of the question's terms it holds, words alike counted in. */
  readonly held: readonly number[]
  readonly sum: Float64Array
}

/** Reads the meaning of a question's candidates. */
export function meaningReader({ index }: Generation, question: Question): (candidate: Candidate) => Meaning {
  const vectors = wordVectors()
  const { terms, totalWeight, lookup } = question
  const asked = terms.map(({ term }) => vectors.placeOf(term))
  const focusPlace = question.focus === null ? -1 : vectors.placeOf(question.focus)
  const own = new Float64Array(vectors.size)
  terms.forEach(({ weight }, at) => {
    vectors.addTo(own, asked[at] ?? -1, weight)
  })

  interface Word {
    readonly place: number
    readonly rarity: number
    /** How much it counts as each of the question's terms. */
    readonly counts: readonly number[]
    /** How like the focus it is; 0 where the question says it. */
    readonly likeFocus: number
  }
  const words = new Map<string, Word>()
  const wordOf = (term: string): Word => {
    const known = words.get(term)
    if (known !== undefined) return known
    const place = vectors.placeOf(term)
    const word: Word = {
      place,
      rarity: place < 0 ? 0 : inverseFrequency(index, term),
      counts:
        place < 0
          ? []
          : asked.map((other) => Math.max(0, (vectors.likeness(other, place) - leastAlike) / (1 - leastAlike))),
      likeFocus: lookup.has(term) ? 0 : vectors.likeness(focusPlace, place),
    }
    words.set(term, word)
    return word
  }

  const sentences = new Map<Sentence, Read>()
  const readSentence = (sentence: Sentence, matched: readonly number[]): Read => {
    const known = sentences.get(sentence)
    if (known !== undefined) return known
    const held = [...matched]
    const sum = new Float64Array(vectors.size)
    for (const term of termSetOf(sentence)) {
      const { place, rarity, counts } = wordOf(term)
      if (place < 0) continue
      vectors.addTo(sum, place, rarity)
      for (let at = 0; at < held.length; at++) {
        const value = counts[at] ?? 0
        if (value > (held[at] ?? 0)) held[at] = value
      }
    }
    const read = { held, sum }
    sentences.set(sentence, read)
    return read
  }

  const paragraphs = new Map<CandidateParagraph, Read>()
  const readParagraph = (paragraph: CandidateParagraph): Read => {
    const known = paragraphs.get(paragraph)
    if (known !== undefined) return known
    const sum = new Float64Array(vectors.size)
    const held = paragraph.sentences
      .map((sentence, at) => readSentence(sentence, paragraph.matches[at]?.held ?? []))
      .reduce<readonly number[]>(
        (all, one) => {
          for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (one.sum[at] ?? 0)
          return heldByEither(all, one.held)
        },
        terms.map(() => 0),
      )
    const read = { held, sum }
    paragraphs.set(paragraph, read)
    return read
  }

  return ({ paragraph, sentence, at, match }) => {
    const { held, sum } = readSentence(sentence, match.held)
    const around = readParagraph(paragraph)
    const previous = paragraph.sentences[at - 1]
    const before = previous === undefined ? [] : readSentence(previous, paragraph.matches[at - 1]?.held ?? []).held
    const missing = held.reduce((most, value, term) => Math.max(most, (1 - value) * (terms[term]?.weight ?? 0)), 0)
    let focus = question.focus === null ? -1 : 0
    if (focusPlace >= 0) for (const term of termSetOf(sentence)) focus = Math.max(focus, wordOf(term).likeFocus)
    return {
      inSentence: heldShare(question, held),
      withPrevious: heldShare(question, heldByEither(held, before)),
      inParagraph: heldShare(question, around.held),
      missing: totalWeight === 0 ? 0 : missing / totalWeight,
      focus,
      sentence: cosine(own, sum),
      paragraph: cosine(own, around.sum),
    }
  }
}

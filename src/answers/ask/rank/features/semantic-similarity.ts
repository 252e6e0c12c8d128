import type { Sentence } from '../../../../language/analysis/sentence.ts'
import { wordVectors } from '../../../../language/vocabulary/word-vectors.ts'
import type { Generation } from '../../../../library/generation/generation.ts'
import { oncePerKey, oncePerObject } from '../../../../resources/once-per-key.ts'
import { inverseFrequency, type TermStatistics } from '../../../../search/terms/term-statistics.ts'
import type { Question } from '../../question/parse-question.ts'
import type { Candidate } from '../../retrieve/candidate-sentences.ts'

/** How similar a candidate is to a question in meaning, by word vectors. */
export interface Meaning {
  /** The share of the question's weight in the sentence. A missing term counts by the word most similar to it. */
  readonly inSentence: number
  /** The same for the sentence together with the one before it. */
  readonly withPrevious: number
  /** The maximum weight that is still missing from the sentence, as a share of the question's weight. */
  readonly missing: number
  /** How much of the question's verb the sentence contains, similar words included, 0 to 1; -1 without a verb. */
  readonly verb: number
  /** The cosine between question and sentence, with words weighted by how rare they are. */
  readonly cosine: number
}

/** Words with at most this similarity count as not similar. */
const minSimilarity = 0.25

/** The vector indexes of a sentence's distinct words. */
const places = oncePerObject(({ terms }: Sentence): Int32Array => {
  const { placeOf } = wordVectors()
  return Int32Array.from(new Set(terms.map(({ term }) => placeOf(term)))).filter((place) => place >= 0)
})

/** How rare each word with a vector is in the search index, by vector index; NaN if not looked up yet. */
const rarities = oncePerObject((_: TermStatistics) => new Float64Array(wordVectors().stems.length).fill(Number.NaN))

/** The lengths of the vectors of sentences, which depend on how rare words are. */
const sentenceLengths = oncePerObject((_: TermStatistics) => new WeakMap<Sentence, number>())

/** Computes the semantic similarity of a question's candidates. */
export function meaningReader({ statistics }: Generation, question: Question): (candidate: Candidate) => Meaning {
  const vectors = wordVectors()
  const rarityAt = rarities(statistics)
  const { terms, totalWeight } = question
  const asked = terms.map(({ term }) => vectors.placeOf(term))
  const own = new Float64Array(vectors.size)
  const verbAt = terms.findIndex(({ term }) => term === question.verb)
  terms.forEach(({ weight }, at) => {
    vectors.addTo(own, asked[at] ?? -1, weight)
  })

  /** How much a word of the texts counts for each term of the question, by the word's vector index. */
  const countsOf = new Map<number, Float64Array>()
  const countsAt = (place: number): Float64Array => {
    const known = countsOf.get(place)
    if (known !== undefined) return known
    const counts = new Float64Array(asked.length)
    for (let at = 0; at < asked.length; at++) {
      const alike = vectors.likeness(asked[at] ?? -1, place)
      if (alike > minSimilarity) counts[at] = (alike - minSimilarity) / (1 - minSimilarity)
    }
    countsOf.set(place, counts)
    return counts
  }
  const rarity = (place: number): number => {
    const known = rarityAt[place] ?? 0
    if (!Number.isNaN(known)) return known
    const made = inverseFrequency(statistics, vectors.stems[place] ?? '')
    rarityAt[place] = made
    return made
  }

  const known = new Map<Sentence, Float64Array>()
  /** How much of each term of the question a sentence contains, similar words included. */
  const heldBy = (sentence: Sentence, matched: readonly number[]): Float64Array => {
    const found = known.get(sentence)
    if (found !== undefined) return found
    const held = Float64Array.from(matched)
    for (const place of places(sentence)) {
      const counts = countsAt(place)
      for (let at = 0; at < held.length; at++) {
        const value = counts[at] ?? 0
        if (value > (held[at] ?? 0)) held[at] = value
      }
    }
    known.set(sentence, held)
    return held
  }

  const ownLength = Math.hypot(...own)
  /** The product of the question's vector and that of a word, by the word's vector index. */
  const products = oncePerKey((place: number) => vectors.product(own, place))
  const sum = new Float64Array(vectors.size)
  const lengths = sentenceLengths(statistics)
  /** The length of the sum of a sentence's vectors, each weighted by how rare its word is. */
  const lengthOf = (sentence: Sentence): number => {
    const known = lengths.get(sentence)
    if (known !== undefined) return known
    sum.fill(0)
    for (const place of places(sentence)) vectors.addTo(sum, place, rarity(place))
    const length = Math.hypot(...sum)
    lengths.set(sentence, length)
    return length
  }
  /** The cosine of the question's vector and the sum of a sentence's, 0 if one is empty. */
  const cosineOf = (sentence: Sentence): number => {
    const scale = ownLength * lengthOf(sentence)
    if (scale === 0) return 0
    let product = 0
    for (const place of places(sentence)) product += rarity(place) * products(place)
    return product / scale
  }
  return ({ paragraph, sentence, at, match }) => {
    const held = heldBy(sentence, match.held)
    const previous = paragraph.sentences[at - 1]
    const before = previous === undefined ? held : heldBy(previous, paragraph.matches[at - 1]?.held ?? [])
    let [share, withPrevious, missing] = [0, 0, 0]
    for (let term = 0; term < held.length; term++) {
      const weight = terms[term]?.weight ?? 0
      const value = held[term] ?? 0
      share += weight * value
      withPrevious += weight * Math.max(value, before[term] ?? 0)
      missing = Math.max(missing, weight * (1 - value))
    }
    const all = totalWeight === 0 ? 1 : totalWeight
    return {
      inSentence: share / all,
      withPrevious: withPrevious / all,
      missing: missing / all,
      verb: verbAt < 0 ? -1 : (held[verbAt] ?? 0),
      cosine: cosineOf(sentence),
    }
  }
}

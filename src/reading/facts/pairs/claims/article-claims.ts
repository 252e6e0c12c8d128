import type { Sentence } from '../../../../language/analysis/sentence.ts'
import { wordVectors } from '../../../../language/vocabulary/word-vectors.ts'
import type { TermWeight } from '../../../term-weight.ts'
import type { Claim } from '../../extract/claim.ts'
import { type ClaimForce, claimForce } from './claim-force.ts'
import { type ClaimWord, claimWords } from './claim-words.ts'
import { type Slot, slotsOf } from './slots.ts'

/** A claim, ready to be compared with those of other articles. */
export interface PreparedClaim {
  readonly claim: Claim
  /** Its index among the claims of all articles. */
  readonly index: number
  readonly words: readonly ClaimWord[]
  /** How informative each of the words is among all articles. */
  readonly weights: Float64Array
  /** The terms of the words. */
  readonly terms: ReadonlySet<string>
  readonly slots: readonly Slot[]
  /** The weighted sum of the vectors of its words, scaled to length 1. */
  readonly vector: Float64Array
  /** Which sentence of the article it is from, from 0. */
  readonly place: number
  /** The concepts of the sentences before and after it. */
  readonly around: ReadonlySet<string>
  readonly force: ClaimForce
}

/** The claims of one article, ready to be compared with those of others. */
export interface ArticleClaims {
  readonly claims: readonly PreparedClaim[]
  /** The number of its sentences. */
  readonly size: number
  /** How many of its sentences have a concept. */
  readonly concepts: ReadonlyMap<string, number>
  /** How many of its sentences have a figure or a time, by key. */
  readonly values: ReadonlyMap<string, number>
  /** The number of different words. */
  readonly words: number
}

/** In how many of the sets each member is. */
function counted(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const set of sets) for (const member of set) counts.set(member, (counts.get(member) ?? 0) + 1)
  return counts
}

function vectorOf(words: readonly ClaimWord[], weight: TermWeight): Float64Array {
  const { size, addTo } = wordVectors()
  const sum = new Float64Array(size)
  for (const { vector, term } of words) addTo(sum, vector, weight(term))
  const length = Math.hypot(...sum)
  return length === 0 ? sum : sum.map((value) => value / length)
}

/** How alike the words of two claims are by their vectors: the cosine, because both have length 1, or 0 if one has no vector. */
export function vectorLikeness({ vector: a }: PreparedClaim, { vector: b }: PreparedClaim): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

/** A claim with its index among the claims of all articles. */
export interface IndexedClaim {
  readonly claim: Claim
  readonly index: number
}

/** Prepares the claims of one article. */
export function prepareClaims(claims: readonly IndexedClaim[], weight: TermWeight): ArticleClaims {
  const places = new Map<Sentence, number>()
  for (const { claim } of claims) if (!places.has(claim.sentence)) places.set(claim.sentence, places.size)
  const known = new Map<string, number>()
  const prepared = claims.map(({ claim, index }) => {
    const words = claimWords(claim, known)
    const place = places.get(claim.sentence) ?? 0
    return {
      claim,
      index,
      words,
      weights: Float64Array.from(words, ({ term, concept }) => Math.max(weight(term), weight(concept))),
      terms: new Set(words.map(({ term }) => term)),
      slots: slotsOf(claim, words),
      vector: vectorOf(words, weight),
      place,
      force: claimForce(claim),
    }
  })
  const sentences = Array.from(places, () => new Set<string>())
  const values = Array.from(places, () => new Set<string>())
  for (const { words, slots, place } of prepared) {
    for (const { concept } of words) sentences[place]?.add(concept)
    for (const { key } of slots) values[place]?.add(key)
  }
  return {
    claims: prepared.map((claim) => ({
      ...claim,
      around: new Set([...(sentences[claim.place - 1] ?? []), ...(sentences[claim.place + 1] ?? [])]),
    })),
    size: places.size,
    concepts: counted(sentences),
    values: counted(values),
    words: known.size,
  }
}

import { type Numbering, numbering } from '../../resources/numbers/numbering.ts'
import type { TermWeight } from '../term-weight.ts'
import { type Said, said } from './same-utterance.ts'
import type { Utterance } from './utterances.ts'

const minOverlap = 0.6
const minContainment = 0.85
const minTerms = 3
/** Utterances of one statement share one of their rarest terms; only such pairs are compared. */
const rareTerms = 6

/** An utterance with its terms as numbers: one statement is compared with thousands of others. */
export interface Weighed {
  readonly utterance: Utterance
  readonly said: Said
  /** The numbers of its terms, ascending. */
  readonly terms: Uint32Array
  /** The weight of all terms. */
  readonly total: number
  /** The numbers of the rarest terms, rarest first. */
  readonly rare: readonly number[]
}

/** How much two utterances have in common. */
export interface Shared {
  /** The weight of the terms that both have, as a share of the weight of both, 0 to 1. */
  readonly alike: number
  /** Whether that is enough for one statement. */
  readonly isEnough: boolean
}

const nothing: Shared = { alike: 0, isEnough: false }

/** Weighs the terms of utterances that are compared with each other. */
export interface Scale {
  weightOf(term: number): number
  weigh(utterance: Utterance, terms: ReadonlySet<string>): Weighed
  sharedBy(a: Weighed, b: Weighed): Shared
}

/** Sums that are added up in another order may differ in their last digits. */
const tolerance = 1e-9

/**
 * Whether two utterances of these weights may share enough for one statement, or at least `minAlike` of the weight of both, if the terms that
 * both have weigh at most this much.
 */
export function mayShareEnough(a: number, b: number, atMost: number, minAlike: number): boolean {
  const most = atMost * (1 + tolerance)
  const isAlike = 2 * most >= Math.min(minAlike, minOverlap) * (a + b)
  return isAlike || most >= minContainment * Math.min(a, b)
}

export function createScale(weight: TermWeight): Scale {
  const numbers: Numbering<string> = numbering()
  const weights: number[] = []
  const weightOf = (term: number): number => weights[term] ?? 0
  const numberOf = (term: string): number => {
    const number = numbers.indexOf(term)
    if (number === weights.length) weights.push(weight(term))
    return number
  }
  // Always added in the order of the numbers: the same terms have exactly the same weight.
  const sharedWeight = ({ terms: left }: Weighed, { terms: right }: Weighed): number => {
    let [shared, i, j] = [0, 0, 0]
    while (i < left.length && j < right.length) {
      const [a, b] = [left[i] ?? 0, right[j] ?? 0]
      if (a === b) shared += weightOf(a)
      if (a <= b) i++
      if (b <= a) j++
    }
    return shared
  }
  return {
    weightOf,
    weigh(utterance, termSet) {
      const all = Array.from(termSet, numberOf)
      const terms = Uint32Array.from(all).sort()
      return {
        utterance,
        said: said(utterance),
        terms,
        total: terms.reduce((sum, term) => sum + weightOf(term), 0),
        rare: all.sort((a, b) => weightOf(b) - weightOf(a)).slice(0, rareTerms),
      }
    },
    sharedBy(a, b) {
      const shared = sharedWeight(a, b)
      if (shared === 0) return nothing
      const alike = (2 * shared) / (a.total + b.total)
      const isLong = Math.min(a.terms.length, b.terms.length) >= minTerms
      const isContained = isLong && shared / Math.min(a.total, b.total) >= minContainment
      return { alike, isEnough: alike >= minOverlap || isContained }
    },
  }
}

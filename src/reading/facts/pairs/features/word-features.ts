import { vectorLikeness } from '../claims/article-claims.ts'
import type { ClaimWord } from '../claims/claim-words.ts'
import type { ClaimPair, FeatureGroup, PairContext } from './pair.ts'

/** The best likeness of each word of the two claims to a word of the other. */
interface Best {
  readonly left: Float64Array
  readonly right: Float64Array
}

function bestLikeness({ left, right }: ClaimPair, { likeness }: PairContext): Best {
  const best = { left: new Float64Array(left.words.length), right: new Float64Array(right.words.length) }
  let i = 0
  for (const one of left.words) {
    let [most, j] = [0, 0]
    for (const other of right.words) {
      const alike = likeness(one, other)
      if (alike > most) most = alike
      if (alike > (best.right[j] ?? 0)) best.right[j] = alike
      j++
    }
    best.left[i++] = most
  }
  return best
}

/** Likeness below this does not count as close. */
const close = 0.4
const sharpened = (value: number) => Math.max(0, value - close) / (1 - close)
const onlyEqual = (value: number) => Number(value === 1)
const asItIs = (value: number) => value

/** The weighted share of words that have a counterpart, each by its best likeness. */
function coverage(weights: Float64Array, best: Float64Array, shape: (likeness: number) => number): number {
  let [sum, all] = [0, 0]
  for (let at = 0; at < weights.length; at++) {
    const own = weights[at] ?? 0
    sum += own * shape(best[at] ?? 0)
    all += own
  }
  return all === 0 ? 0 : sum / all
}

/** How much of the claims' words have a counterpart of the same or of like meaning, and how rare the shared words are. */
export const wordFeatures: FeatureGroup = {
  names: [
    'likeness left',
    'likeness right',
    'local likeness left',
    'local likeness right',
    'local likeness',
    'equal left',
    'equal right',
    'close left',
    'close right',
    'vector likeness',
    'rarest shared',
    'second rarest shared',
    'shared weight',
    'shared weight of names',
  ],
  values(pair, context) {
    const { weight, localWeight } = context
    const { left, right } = pair
    const best = bestLikeness(pair, context)
    const weightsOf = (weighted: (word: ClaimWord) => number) => ({
      left: Float64Array.from(left.words, weighted),
      right: Float64Array.from(right.words, weighted),
    })
    const both = (weights: ReturnType<typeof weightsOf>, shape: (likeness: number) => number) => [
      coverage(weights.left, best.left, shape),
      coverage(weights.right, best.right, shape),
    ]
    const localWeights = weightsOf(localWeight)
    const byAll = both(
      weightsOf(({ term, concept }) => Math.max(weight(term), weight(concept))),
      asItIs,
    )
    const local = both(localWeights, asItIs)
    const equal = both(localWeights, onlyEqual)
    const near = both(localWeights, sharpened)
    const shared = left.words.filter(({ concept, term }) =>
      right.words.some((other) => other.concept === concept || other.term === term),
    )
    const weights = shared.map(localWeight).sort((a, b) => b - a)
    const identical = left.words.filter(({ term }) => right.words.some((other) => other.term === term))
    const total = (words: readonly ClaimWord[]) => words.reduce((sum, word) => sum + localWeight(word), 0)
    return [
      ...byAll,
      ...local,
      (local[0] ?? 0) + (local[1] ?? 0),
      ...equal,
      ...near,
      vectorLikeness(left, right),
      weights[0] ?? 0,
      weights[1] ?? 0,
      total(identical),
      total(identical.filter(({ isName }) => isName)),
    ]
  },
}

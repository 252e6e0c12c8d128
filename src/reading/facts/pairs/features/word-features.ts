import { vectorLikeness } from '../claims/article-claims.ts'
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

/** The weighted shares of words that have a counterpart. */
interface Coverage {
  /** Each word by its likeness, weighted by how informative it is among all articles. */
  readonly byAll: number
  /** The same, weighted by how informative it is in the two articles. */
  readonly local: number
  /** Only equal words. */
  readonly equal: number
  /** Only close words. */
  readonly near: number
}

function coverage(best: Float64Array, weights: Float64Array, localWeights: Float64Array): Coverage {
  let [sum, all, local, equal, near, own] = [0, 0, 0, 0, 0, 0]
  for (let at = 0; at < best.length; at++) {
    const [likeness, weight, localWeight] = [best[at] ?? 0, weights[at] ?? 0, localWeights[at] ?? 0]
    sum += weight * likeness
    all += weight
    local += localWeight * likeness
    if (likeness === 1) equal += localWeight
    if (likeness > close) near += (localWeight * (likeness - close)) / (1 - close)
    own += localWeight
  }
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
  return { byAll: share(sum, all), local: share(local, own), equal: share(equal, own), near: share(near, own) }
}

/** The weights of the words that both claims have: of the two rarest, of all with the same term, and of the names among these. */
function sharedWeights({ left, right }: ClaimPair, best: Float64Array, localWeights: Float64Array) {
  let [rarest, second, identical, names] = [0, 0, 0, 0]
  for (const [at, { term, isName }] of left.words.entries()) {
    // Words with the same term or concept, and no others, have a likeness of 1.
    if (best[at] !== 1) continue
    const weight = localWeights[at] ?? 0
    if (weight > rarest) [rarest, second] = [weight, rarest]
    else if (weight > second) second = weight
    if (!right.terms.has(term)) continue
    identical += weight
    if (isName) names += weight
  }
  return [rarest, second, identical, names]
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
    const { left, right } = pair
    const best = bestLikeness(pair, context)
    const localWeights = { left: context.localWeights(left), right: context.localWeights(right) }
    const [a, b] = [
      coverage(best.left, left.weights, localWeights.left),
      coverage(best.right, right.weights, localWeights.right),
    ]
    return [
      a.byAll,
      b.byAll,
      a.local,
      b.local,
      a.local + b.local,
      a.equal,
      b.equal,
      a.near,
      b.near,
      vectorLikeness(left, right),
      ...sharedWeights(pair, best.left, localWeights.left),
    ]
  },
}

import type { Claim } from '../extract/claim.ts'

/** Two claims of one story, as indexes among those of all articles, with the score in log odds that they report one fact. */
export interface ScoredPair {
  readonly a: number
  readonly b: number
  readonly score: number
}

/** What is known of a pair from the scores of the pairs around it, by name. */
export const graphFeatureNames = [
  'score',
  'better left',
  'better right',
  'margin left',
  'margin right',
  'smaller margin',
  'margin in the sentence',
  'through a third',
  'contradicted by thirds',
] as const

/** The score of pairs that are not among the candidates. */
const noScore = -6
/** A pair with at least this score connects its claims; one below the other does not. */
const connected = 1
const unconnected = -2

/** The scores of pairs, found by the indexes of their claims. */
export interface PairGraph {
  features(pair: ScoredPair): Float64Array
}

/** The claims that each claim is paired with, ascending, and the scores, as rows of flat lists. */
interface Partners {
  readonly starts: Uint32Array
  readonly claims: Uint32Array
  readonly scores: Float64Array
}

function partnersIn(pairs: readonly ScoredPair[]): Partners {
  const size = pairs.reduce((most, { a, b }) => Math.max(most, a + 1, b + 1), 0)
  const starts = new Uint32Array(size + 1)
  for (const { a, b } of pairs) for (const one of [a, b]) starts[one + 1] = (starts[one + 1] ?? 0) + 1
  for (let one = 0; one < size; one++) starts[one + 1] = (starts[one + 1] ?? 0) + (starts[one] ?? 0)
  const filled = (add: (put: (from: number, to: number, score: number) => void) => void): Partners => {
    const next = starts.slice()
    const claims = new Uint32Array(2 * pairs.length)
    const scores = new Float64Array(2 * pairs.length)
    add((from, to, score) => {
      const at = next[from] ?? 0
      claims[at] = to
      scores[at] = score
      next[from] = at + 1
    })
    return { starts, claims, scores }
  }
  const unsorted = filled((put) => {
    for (const { a, b, score } of pairs) {
      put(a, b, score)
      put(b, a, score)
    }
  })
  // Turned around, row after row, each row is in ascending order.
  return filled((put) => {
    for (let from = 0; from < size; from++)
      for (let at = starts[from] ?? 0; at < (starts[from + 1] ?? 0); at++)
        put(unsorted.claims[at] ?? 0, from, unsorted.scores[at] ?? 0)
  })
}

/** Indexes the scores of pairs. `claimAt` gives a claim by its index. */
export function createPairGraph(
  pairs: readonly ScoredPair[],
  claimAt: (index: number) => Claim | undefined,
): PairGraph {
  const { starts, claims, scores } = partnersIn(pairs)
  /** How a pair's score compares with those of its first claim and other claims of the second's article. */
  const compete = (from: number, to: number, score: number) => {
    const [article, sentence] = [claimAt(to)?.article, claimAt(to)?.sentence]
    let [better, best, own] = [0, noScore, noScore]
    for (let at = starts[from] ?? 0; at < (starts[from + 1] ?? 0); at++) {
      const [index, rivalScore] = [claims[at] ?? 0, scores[at] ?? 0]
      const rival = claimAt(index)
      if (rival?.article !== article || index === to) continue
      if (rival?.sentence === sentence) {
        own = Math.max(own, rivalScore)
        continue
      }
      if (rivalScore > score) better++
      best = Math.max(best, rivalScore)
    }
    return { better, margin: score - best, own: score - own }
  }
  return {
    features({ a, b, score }) {
      const left = compete(a, b, score)
      const right = compete(b, a, score)
      const article = claimAt(b)?.article
      let [through, against] = [noScore, 0]
      let other = starts[b] ?? 0
      const end = starts[b + 1] ?? 0
      for (let at = starts[a] ?? 0; at < (starts[a + 1] ?? 0); at++) {
        const [third, first] = [claims[at] ?? 0, scores[at] ?? 0]
        if (claimAt(third)?.article === article) continue
        while (other < end && (claims[other] ?? 0) < third) other++
        const second = other < end && claims[other] === third ? (scores[other] ?? 0) : noScore
        through = Math.max(through, Math.min(first, second))
        if (first >= connected && second < unconnected) against++
      }
      return Float64Array.of(
        score,
        left.better,
        right.better,
        left.margin,
        right.margin,
        Math.min(left.margin, right.margin),
        Math.max(left.own, right.own),
        through,
        against,
      )
    },
  }
}

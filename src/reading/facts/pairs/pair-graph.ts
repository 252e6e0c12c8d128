import type { Claim } from '../extract/claim.ts'
import type { PreparedClaim } from './claims/article-claims.ts'
import type { ClaimPair } from './features/pair.ts'

/** A pair of claims of one story with its score in log odds. */
export interface ScoredPair extends ClaimPair {
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

/** A claim that another is paired with, and the score. */
interface Partner {
  readonly claim: Claim
  readonly score: number
}

const none: ReadonlyMap<number, Partner> = new Map()

/** The scores of pairs, found by the indexes of their claims. */
export interface PairGraph {
  features(pair: ScoredPair): Float64Array
}

/** Indexes the scores of pairs. */
export function createPairGraph(pairs: readonly ScoredPair[]): PairGraph {
  const partners = new Map<number, Map<number, Partner>>()
  const add = (from: number, to: PreparedClaim, score: number) => {
    const known = partners.get(from)
    if (known === undefined) partners.set(from, new Map([[to.index, { claim: to.claim, score }]]))
    else known.set(to.index, { claim: to.claim, score })
  }
  for (const { left, right, score } of pairs) {
    add(left.index, right, score)
    add(right.index, left, score)
  }
  const partnersOf = (index: number): ReadonlyMap<number, Partner> => partners.get(index) ?? none
  /** How a pair's score compares with those of its first claim and other claims of the second's article. */
  const compete = (from: PreparedClaim, to: PreparedClaim, score: number) => {
    const { article, sentence } = to.claim
    let [better, best, own] = [0, noScore, noScore]
    for (const [index, rival] of partnersOf(from.index)) {
      if (rival.claim.article !== article || index === to.index) continue
      if (rival.claim.sentence === sentence) {
        own = Math.max(own, rival.score)
        continue
      }
      if (rival.score > score) better++
      best = Math.max(best, rival.score)
    }
    return { better, margin: score - best, own: score - own }
  }
  return {
    features(pair) {
      const left = compete(pair.left, pair.right, pair.score)
      const right = compete(pair.right, pair.left, pair.score)
      const others = partnersOf(pair.right.index)
      let [through, against] = [noScore, 0]
      for (const [third, first] of partnersOf(pair.left.index)) {
        if (first.claim.article === pair.right.claim.article) continue
        const second = others.get(third)?.score ?? noScore
        through = Math.max(through, Math.min(first.score, second))
        if (first.score >= connected && second < unconnected) against++
      }
      return Float64Array.of(
        pair.score,
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

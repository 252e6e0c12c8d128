import { type Forest, forestScore } from '../../../resources/boosted-trees.ts'
import type { TermWeight } from '../../term-weight.ts'
import { compare } from '../compare/compare-claims.ts'
import type { Claim } from '../extract/claim.ts'
import type { ArticleClaims, PreparedClaim } from './claims/article-claims.ts'
import { isForeign } from './claims/foreign-claim.ts'
import type { ClaimPair, PairContext } from './features/pair.ts'
import { pairFeatures } from './features/pair-features.ts'
import { pairCandidates } from './pair-candidates.ts'
import { createPairGraph, type ScoredPair } from './pair-graph.ts'
import { readStories, type Story } from './story-contexts.ts'

/** Two claims of one story with the probability, 0 to 1, that they report one fact. */
export interface LikelyPair extends ScoredPair {
  readonly probability: number
  readonly story: Story
}

/** A pair with what it was judged by. */
export interface JudgedPair extends ClaimPair {
  readonly probability: number
  /** The features of the pair among those around it. */
  readonly graph: Float64Array
  readonly context: PairContext
}

/** The pairs of claims that may report one fact. They are many, so `judged` computes again what a pair was judged by. */
export interface LikelyPairs {
  /** The pairs, those of one story after each other. */
  readonly pairs: readonly LikelyPair[]
  judged(pair: LikelyPair): JudgedPair
}

/** The models that judge pairs. */
export interface PairModels {
  /** Whether two claims report one fact, judged by the claims alone. */
  readonly pairs: Forest
  /** The same, judged by the scores of the pairs around them. */
  readonly graph: Forest
}

/** Pairs below this score in log odds are not kept: they are neither joined nor do they compete with others. */
export const minKept = -4

/** Claims with more contradictions than this (another figure, another time, an opposite event, a denial) are of two events. */
const maxConflicts = 1

/** Whether two claims cannot be joined, whatever the models say: other people, other places, swapped roles, or two events. */
function areApart({ left, right, comparison }: ClaimPair): boolean {
  if (!comparison.isPossible || comparison.conflicts > maxConflicts) return true
  return isForeign(left, right) && isForeign(right, left)
}

function claimOf({ claims }: ArticleClaims, wanted: number): PreparedClaim {
  const claim = claims.find(({ index }) => index === wanted)
  if (claim === undefined) throw new RangeError(`the article has no claim ${wanted}`)
  return claim
}

/** The pairs of claims of one story that may report one fact. */
export function likelyPairs(claims: readonly Claim[], weight: TermWeight, models: PairModels): LikelyPairs {
  const scored: Omit<LikelyPair, 'probability'>[] = []
  for (const story of readStories(claims, weight)) {
    const context = story.context()
    for (const pair of pairCandidates(context)) {
      if (areApart(pair)) continue
      const score = forestScore(models.pairs, pairFeatures(pair, context))
      if (score >= minKept) scored.push({ a: pair.left.index, b: pair.right.index, score, story })
    }
  }
  const { features } = createPairGraph(scored, (index) => claims[index])
  const probability = (pair: ScoredPair) => 1 / (1 + Math.exp(-forestScore(models.graph, features(pair))))
  return {
    pairs: scored.map((pair) => ({ ...pair, probability: probability(pair) })),
    judged(pair) {
      const context = pair.story.context()
      const [left, right] = [claimOf(context.left, pair.a), claimOf(context.right, pair.b)]
      const comparison = compare(left.claim, right.claim, weight)
      return { left, right, comparison, context, probability: pair.probability, graph: features(pair) }
    },
  }
}

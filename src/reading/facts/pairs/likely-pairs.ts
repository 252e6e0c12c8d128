import { type Forest, forestScore } from '../../../resources/boosted-trees.ts'
import { groupBy } from '../../../resources/group-by.ts'
import { once } from '../../../resources/once.ts'
import { oncePerKey } from '../../../resources/once-per-key.ts'
import type { TermWeight } from '../../term-weight.ts'
import type { Claim } from '../extract/claim.ts'
import { storyPairs } from '../stories/story-pairs.ts'
import { type PreparedClaim, prepareClaims } from './claims/article-claims.ts'
import { type ClaimWord, createLikeness } from './claims/claim-words.ts'
import { isForeign } from './claims/foreign-claim.ts'
import type { ClaimPair, PairContext } from './features/pair.ts'
import { pairFeatures } from './features/pair-features.ts'
import { pairCandidates } from './pair-candidates.ts'
import { createPairGraph, type ScoredPair } from './pair-graph.ts'

/** Two claims of one story with the probability, 0 to 1, that they report one fact, and what it was judged by. */
export interface LikelyPair extends ScoredPair {
  readonly probability: number
  /** The features of the pair among those around it. */
  readonly graph: Float64Array
  readonly context: PairContext
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

/** The contexts of all pairs of articles that may cover one event. */
export function* storyContexts(claims: readonly Claim[], weight: TermWeight): Generator<PairContext> {
  const byArticle = [
    ...groupBy(
      claims.map((claim, index) => ({ claim, index })),
      ({ claim }) => claim.article,
    ).values(),
  ]
  const articles = byArticle.map(([{ claim }]) => claim.article)
  const own = byArticle.map((indexed) => indexed.map(({ claim }) => claim))
  const prepared = byArticle.map((indexed) => once(() => prepareClaims(indexed, weight)))
  for (const story of storyPairs(articles, own)) {
    const [left, right] = [prepared[story.a]?.(), prepared[story.b]?.()]
    if (left === undefined || right === undefined) continue
    const size = left.size + right.size
    const byConcept = oncePerKey((concept: string) =>
      Math.log(1 + size / (1 + (left.concepts.get(concept) ?? 0) + (right.concepts.get(concept) ?? 0))),
    )
    const localWeight = ({ concept }: ClaimWord) => byConcept(concept)
    yield {
      left,
      right,
      story,
      weight,
      likeness: createLikeness(left.words, right.words),
      localWeight,
      localWeights: oncePerKey(({ words }: PreparedClaim) => Float64Array.from(words, localWeight)),
    }
  }
}

/** The pairs of claims of one story that may report one fact. */
export function likelyPairs(claims: readonly Claim[], weight: TermWeight, models: PairModels): readonly LikelyPair[] {
  const scored: (ScoredPair & { readonly context: PairContext })[] = []
  for (const context of storyContexts(claims, weight)) {
    for (const pair of pairCandidates(context)) {
      if (areApart(pair)) continue
      const score = forestScore(models.pairs, pairFeatures(pair, context))
      if (score >= minKept) scored.push({ ...pair, score, context })
    }
  }
  const { features } = createPairGraph(scored)
  return scored.map((pair) => {
    const graph = features(pair)
    return { ...pair, graph, probability: 1 / (1 + Math.exp(-forestScore(models.graph, graph))) }
  })
}

import { type Forest, forestScore } from '../../../resources/boosted-trees.ts'
import { isForeign } from '../pairs/claims/foreign-claim.ts'
import type { LikelyPairs } from '../pairs/likely-pairs.ts'
import {
  type ContradictionCandidate,
  type ContradictionSource,
  contradictionCandidates,
} from './contradiction-candidates.ts'
import { contradictionFeatures } from './contradiction-features.ts'

/** Two places of two claims, as indexes, that contradict each other. Offsets are relative to the sentences. */
export interface Contradiction extends ContradictionCandidate {
  readonly a: number
  readonly b: number
  /** In log odds. */
  readonly score: number
}

/** The model is trained on pairs that are at least this likely to report one fact. */
export const minTrainedProbability = 0.05
/** Less likely pairs are not searched: contradicting reports are joined only if they are about this likely (group-claims.ts). */
const minProbability = 0.3
/**
 * The minimum score in log odds by what differs, chosen by cross-validation over events: where about three quarters of the candidates are
 * contradictions (of denials, half). Other names, and other events of like meaning, never reached that: they are no candidates.
 */
const minScores: Readonly<Record<ContradictionSource, number>> = {
  figure: 0.3,
  time: 0,
  opposite: -0.3,
  antonym: 0.4,
  denial: 0.7,
}

/** The contradictions between claims of one story, the surest first. */
export function findContradictions({ pairs, judged }: LikelyPairs, forest: Forest): readonly Contradiction[] {
  const found: Contradiction[] = []
  for (const likely of pairs) {
    if (likely.probability < minProbability) continue
    const pair = judged(likely)
    // Other figures of another country or company are no contradiction.
    if (isForeign(pair.left, pair.right) || isForeign(pair.right, pair.left)) continue
    const candidates = contradictionCandidates(pair, pair.context.likeness)
    const features = contradictionFeatures(pair, candidates)
    for (const candidate of candidates) {
      const score = forestScore(forest, features(candidate))
      if (score >= minScores[candidate.source]) found.push({ ...candidate, a: likely.a, b: likely.b, score })
    }
  }
  return found.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
}

import { type Forest, forestScore } from '../../../resources/boosted-trees.ts'
import { isForeign } from '../pairs/claims/foreign-claim.ts'
import type { LikelyPair } from '../pairs/likely-pairs.ts'
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
/** Chosen by cross-validation by event: docs/facts.md has the figures. */
const minScore = 0.4

/** The contradictions that consist in other names. */
const namesOthers: ReadonlySet<ContradictionSource> = new Set(['doer', 'place'])

/** The contradictions between claims of one story, the surest first. */
export function findContradictions(pairs: readonly LikelyPair[], forest: Forest): readonly Contradiction[] {
  const found: Contradiction[] = []
  for (const pair of pairs) {
    if (pair.probability < minProbability) continue
    const candidates = contradictionCandidates(pair, pair.context.likeness)
    const areOfOthers = isForeign(pair.left, pair.right) || isForeign(pair.right, pair.left)
    const features = contradictionFeatures(pair, candidates)
    for (const candidate of candidates) {
      // Other figures of another country or company are no contradiction.
      if (areOfOthers && !namesOthers.has(candidate.source)) continue
      const score = forestScore(forest, features(candidate))
      if (score >= minScore) found.push({ ...candidate, a: pair.left.index, b: pair.right.index, score })
    }
  }
  return found.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
}

import { type Forest, forestScore } from '../../../resources/boosted-trees.ts'
import type { Quotation } from '../spans/quotation.ts'
import { acceptanceFeatures, bySentence } from './acceptance-features.ts'
import { overlapOf } from './overlap.ts'
import type { ReportedCandidate } from './reported-candidate.ts'

/** A candidate with the probability that its content and its speaker are right, 0 to 1. */
export interface WeighedCandidate {
  readonly candidate: ReportedCandidate
  readonly confidence: number
}

/** Contents that share at least this part of their tokens are readings of one statement; the likelier one is kept. */
const sameContent = 0.5

/** The likeliest readings among overlapping ones, with the confidence of each, in no particular order. */
export function weighCandidates(
  candidates: readonly ReportedCandidate[],
  quotations: readonly Quotation[],
  forest: Forest,
): readonly WeighedCandidate[] {
  const features = acceptanceFeatures(candidates, quotations)
  return [...bySentence(candidates)].flatMap((sentence) => {
    const weighed = sentence.map((candidate): WeighedCandidate => {
      const score = forestScore(forest, features.get(candidate) ?? new Float64Array())
      return { candidate, confidence: 1 / (1 + Math.exp(-score)) }
    })
    return withoutRivals(weighed)
  })
}

/** Non-maximum suppression: a candidate is left out if a likelier one of its sentence has the same content. */
function withoutRivals(weighed: readonly WeighedCandidate[]): readonly WeighedCandidate[] {
  const kept: WeighedCandidate[] = []
  for (const one of [...weighed].sort((a, b) => b.confidence - a.confidence)) {
    const content = one.candidate.tokens.content
    if (kept.every(({ candidate }) => overlapOf(candidate.tokens.content, content) < sameContent)) kept.push(one)
  }
  return kept
}

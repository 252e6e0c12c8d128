import type { Generation } from '../../library/generation.ts'
import type { Candidate } from './candidates.ts'
import { features } from './features.ts'
import type { Question } from './question.ts'

/** A candidate with its score; a higher one is a likelier answer. */
export interface Ranked extends Candidate {
  readonly score: number
}

/** The candidates by the weighted sum of their features, best first; ties in the order of the articles. */
export function rank(generation: Generation, question: Question, candidates: readonly Candidate[]): readonly Ranked[] {
  return candidates
    .map((candidate) => {
      const view = { question, candidate, generation }
      return { ...candidate, score: features.reduce((sum, { weight, value }) => sum + weight * value(view), 0) }
    })
    .sort((a, b) => b.score - a.score || a.passage.key - b.passage.key || a.at - b.at)
}

import type { Generation } from '../../library/generation.ts'
import type { Candidate } from './candidates.ts'
import { featureNames, featureValues } from './features.ts'
import { paragraphTrees } from './model/paragraph-trees.ts'
import { sentenceTrees } from './model/sentence-trees.ts'
import type { Question } from './question.ts'
import { type Forest, forestOf, forestScore, readTrees } from './trees.ts'
import { type View, viewsOf } from './view.ts'

/** A candidate with its score; a higher one is a likelier answer. */
export interface Ranked extends Candidate {
  readonly view: View
  /** The values of the features, in the order of their table. */
  readonly values: Float64Array
  readonly score: number
}

/** The two parts of a score: is it the right paragraph, and is it the right sentence of it. */
export interface Ranker {
  readonly paragraph: Forest
  readonly sentence: Forest
}

/** How much the sentence counts next to the paragraph. */
const sentenceWeight = 1.2

let trained: Ranker | undefined

/** The ranker that is shipped, read when it is first needed. */
export function trainedRanker(): Ranker {
  trained ??= {
    paragraph: forestOf(readTrees(paragraphTrees, featureNames)),
    sentence: forestOf(readTrees(sentenceTrees, featureNames)),
  }
  return trained
}

/** The score of a candidate by its features' values. */
export function rankScore({ paragraph, sentence }: Ranker, values: Float64Array): number {
  return forestScore(paragraph, values) + sentenceWeight * forestScore(sentence, values)
}

/** The candidates by a ranker over their features, best first; ties in the order of the articles. */
export function rank(
  generation: Generation,
  question: Question,
  candidates: readonly Candidate[],
  ranker: Ranker = trainedRanker(),
): readonly Ranked[] {
  return viewsOf(generation, question, candidates)
    .map((view) => {
      const values = featureValues(view)
      return { ...view.candidate, view, values, score: rankScore(ranker, values) }
    })
    .sort((a, b) => b.score - a.score || a.passage.key - b.passage.key || a.at - b.at)
}

import { type Forest, forestOf, readTrees } from '../../../resources/boosted-trees.ts'
import { readModel } from '../../../resources/resources.ts'
import { featuresVersion } from '../rank/features/feature-table.ts'
import { doubtNames } from './answerability-features.ts'

/** The confidence that a sentence answers: a score in log odds, and the minimum score of an answer. */
export interface DecisionModel {
  readonly forest: Forest
  readonly minScore: number
}

let trained: DecisionModel | undefined

/** The trained model, read at first use. */
export function decisionModel(): DecisionModel {
  if (trained === undefined) {
    const { trees, minScore } = readTrees(readModel('models/answers/decision-trees.tsv', featuresVersion), doubtNames)
    trained = { forest: forestOf(trees), minScore }
  }
  return trained
}

import { readModel } from '../../../resources/resources.ts'
import { featuresVersion } from '../rank/feature-table.ts'
import { doubtNames } from './answerability-features.ts'
import { type Forest, forestOf, readTrees } from './boosted-trees.ts'

/** How sure it is that a sentence answers: a score in log odds, and the least score of an answer. */
export interface DecisionModel {
  readonly forest: Forest
  readonly minScore: number
}

let trained: DecisionModel | undefined

/** The trained decision, read when it is first needed. */
export function decisionModel(): DecisionModel {
  if (trained === undefined) {
    const { trees, minScore } = readTrees(readModel('models/answers/decision-trees.tsv', featuresVersion), doubtNames)
    trained = { forest: forestOf(trees), minScore }
  }
  return trained
}

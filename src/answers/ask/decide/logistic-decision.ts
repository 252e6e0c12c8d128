import { once } from '../../../resources/once.ts'
import { readModel } from '../../../resources/resources.ts'
import { featuresVersion } from '../rank/features/feature-table.ts'
import { readWeights, weighedSum } from '../rank/linear-model.ts'
import { doubtNames } from './answerability-features.ts'

/** A logistic model of whether a sentence answers, and the minimum scores (log odds) of answers that are shown. */
export interface LogisticDecision {
  readonly offset: number
  readonly weights: Float64Array
  /** The minimum score of an answer that is shown as unsure, and of one that is shown as sure. */
  readonly minUnsure: number
  readonly minSure: number
}

/**
 * Reads a logistic model: a line `min unsure`, a line `min sure`, a line `offset`, and a line for each feature, in the order of `names`.
 * @throws Error if its features are not `names`.
 */
export function readLogistic(text: string, names: readonly string[]): LogisticDecision {
  const [minUnsure, minSure, offset, ...weights] = text.trim().split('\n')
  const numberIn = (row: string | undefined) => Number(row?.split('\t')[1])
  return {
    minUnsure: numberIn(minUnsure),
    minSure: numberIn(minSure),
    offset: numberIn(offset),
    weights: readWeights(weights.join('\n'), names),
  }
}

/** The log odds that a sentence answers. */
export function logisticScore({ offset, weights }: LogisticDecision, values: Float64Array): number {
  return weighedSum(weights, values, offset)
}

/** The trained model for news, read at first use. */
export const newsDecision = once(() =>
  readLogistic(readModel('models/answers/news-decision.tsv', featuresVersion), doubtNames),
)

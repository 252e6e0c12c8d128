import { once } from '../../../resources/once.ts'
import { readModel } from '../../../resources/resources.ts'
import { featuresVersion } from '../rank/feature-table.ts'
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
  const rows = text
    .trim()
    .split('\n')
    .map((row) => row.split('\t'))
  const [[, minUnsure] = [], [, minSure] = [], [, offset] = [], ...weights] = rows
  if (weights.map(([name]) => name).join(',') !== names.join(','))
    throw new Error('The trained decision is for other features: train it again.')
  return {
    minUnsure: Number(minUnsure),
    minSure: Number(minSure),
    offset: Number(offset),
    weights: Float64Array.from(weights, ([, weight]) => Number(weight)),
  }
}

/** The log odds that a sentence answers. */
export function logisticScore({ offset, weights }: LogisticDecision, values: Float64Array): number {
  let sum = offset
  for (let at = 0; at < weights.length; at++) sum += (weights[at] ?? 0) * (values[at] ?? 0)
  return sum
}

/** The trained model for news, read at first use. */
export const newsDecision = once(() =>
  readLogistic(readModel('models/answers/news-decision.tsv', featuresVersion), doubtNames),
)

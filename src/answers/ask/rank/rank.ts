import type { Generation } from '../../../library/generation/generation.ts'
import { readModel } from '../../../resources/resources.ts'
import type { Question } from '../question/parse-question.ts'
import type { Candidate } from '../retrieve/candidate-sentences.ts'
import { type FeatureInput, featureInputs } from './features/feature-input.ts'
import { featureNames, featuresVersion, featureValues } from './features/feature-table.ts'
import { readWeights, weighedSum } from './linear-model.ts'
import { type TextStyle, textStyle } from './text-style.ts'

/** A candidate with its score; a higher score means a likelier answer. */
export interface Ranked extends Candidate {
  readonly view: FeatureInput
  /** The values of the features, in table order. */
  readonly values: Float64Array
  readonly score: number
}

const files = { pages: 'models/answers/rank-weights.tsv', news: 'models/answers/news-rank-weights.tsv' } as const
const trained = new Map<TextStyle, Float64Array>()

/** The trained weights of the features for a style, in table order, read at first use. */
function trainedWeights(style: TextStyle): Float64Array {
  const known = trained.get(style)
  if (known !== undefined) return known
  const weights = readWeights(readModel(files[style], featuresVersion), featureNames)
  trained.set(style, weights)
  return weights
}

/** The candidates by the weighted sum of their features, best first; ties in article order. */
export function rank(
  generation: Generation,
  question: Question,
  candidates: readonly Candidate[],
  weights: Float64Array = trainedWeights(textStyle(generation)),
): readonly Ranked[] {
  return featureInputs(generation, question, candidates)
    .map((view) => {
      const { passage, sentence, paragraph, at, match, coverage } = view.candidate
      const values = featureValues(view)
      // Listed one by one: spreading the candidate takes ten times as long.
      return { passage, sentence, paragraph, at, match, coverage, view, values, score: weighedSum(weights, values) }
    })
    .sort((a, b) => b.score - a.score || a.passage.key - b.passage.key || a.at - b.at)
}

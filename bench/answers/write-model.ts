import type { LogisticDecision } from '../../src/answers/ask/decide/logistic-decision.ts'
import type { TrainedTrees } from '../../src/resources/boosted-trees.ts'

const short = (value: number): string => String(Number(value.toPrecision(4)))

/** Weights as the lines of a file that `readWeights` reads, to four digits. */
export function weightLines(weights: Float64Array, names: readonly string[]): readonly string[] {
  return names.map((name, at) => `${name}\t${short(weights[at] ?? 0)}`)
}

/** Trees as the lines of a file that `readTrees` reads, their numbers to four digits. */
export function treeLines({ trees, minScore }: TrainedTrees, names: readonly string[]): readonly string[] {
  const lines = trees.map(({ splits, leaves }) => {
    const questions = splits.map(([feature, threshold]) => `${feature}:${short(threshold)}`)
    return `${questions.join(' ')}\t${leaves.map(short).join(' ')}`
  })
  return [`min score\t${short(minScore)}`, `features\t${names.join(',')}`, ...lines]
}

/** A logistic decision as the lines of a file that `readLogistic` reads, to four digits. */
export function logisticLines(model: LogisticDecision, names: readonly string[]): readonly string[] {
  return [
    `min unsure\t${short(model.minUnsure)}`,
    `min sure\t${short(model.minSure)}`,
    `offset\t${short(model.offset)}`,
    ...weightLines(model.weights, names),
  ]
}

import { tableSize } from '../../src/reading/statements/reported/hashed-features.ts'
import type { ReportedModels, WeightTable } from '../../src/reading/statements/reported/read-reported.ts'
import { seededRandom } from '../../testkit/random.ts'
import type { Choice, Examples, Yes } from './examples.ts'

export interface LearningOptions {
  readonly epochs: number
  /** Step size of AdaGrad (Duchi, Hazan, Singer 2011). */
  readonly rate: number
}

export const trainingSeed = 1
/** Chosen by content F1 in five-fold cross-validation on the tuning half. */
const options = { cue: { epochs: 5, rate: 0.04 }, content: { epochs: 5, rate: 0.1 }, source: { epochs: 4, rate: 0.1 } }

/** A table of weights while it is trained. */
function createTable(rate: number) {
  const weights = new Float32Array(tableSize)
  const squares = new Float32Array(tableSize).fill(1e-3)
  return {
    weights,
    score: (features: Int32Array): number => {
      let sum = 0
      for (const place of features) sum += weights[place] ?? 0
      return sum
    },
    step: (features: Int32Array, gradient: number): void => {
      for (const place of features) {
        const square = (squares[place] ?? 0) + gradient * gradient
        squares[place] = square
        weights[place] = (weights[place] ?? 0) - (rate * gradient) / Math.sqrt(square)
      }
    },
  }
}

/** Trains a table on shuffled examples. The result is the mean of the weights after each epoch except the first. */
function train<T>(
  examples: readonly T[],
  { epochs, rate }: LearningOptions,
  learn: (example: T, table: ReturnType<typeof createTable>) => void,
): WeightTable {
  const table = createTable(rate)
  const mean = new Float32Array(tableSize)
  const random = seededRandom(trainingSeed)
  const order = examples.map((_, index) => index)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1))
      const [a = 0, b = 0] = [order[at], order[other]]
      order[at] = b
      order[other] = a
    }
    for (const index of order) {
      const example = examples[index]
      if (example !== undefined) learn(example, table)
    }
    if (epoch > 0)
      for (let place = 0; place < tableSize; place++)
        mean[place] = (mean[place] ?? 0) + (table.weights[place] ?? 0) / (epochs - 1)
  }
  return mean
}

const learnYes = ({ features, yes }: Yes, { score, step }: ReturnType<typeof createTable>): void =>
  step(features, 1 / (1 + Math.exp(-score(features))) - (yes ? 1 : 0))

function learnChoice({ parts, candidates, right }: Choice, { score, step }: ReturnType<typeof createTable>): void {
  const scores = parts.map(score)
  const sums = candidates.map((own) => own.reduce((sum, part) => sum + (scores[part] ?? 0), 0))
  const top = sums.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const shares = sums.map((sum) => Math.exp(sum - top))
  const total = shares.reduce((a, b) => a + b, 0)
  const gradients = new Float64Array(parts.length)
  candidates.forEach((own, index) => {
    const gradient = (shares[index] ?? 0) / total - (index === right ? 1 : 0)
    for (const part of own) gradients[part] = (gradients[part] ?? 0) + gradient
  })
  parts.forEach((part, index) => {
    const gradient = gradients[index] ?? 0
    if (Math.abs(gradient) > 1e-4) step(part, gradient)
  })
}

/** Trains the three models. The same examples give the same weights. */
export function learnModels(examples: readonly Examples[]): ReportedModels {
  return {
    cue: train(
      examples.flatMap(({ cues }) => cues),
      options.cue,
      learnYes,
    ),
    content: train(
      examples.flatMap(({ contents }) => contents),
      options.content,
      learnChoice,
    ),
    source: train(
      examples.flatMap(({ sources }) => sources),
      options.source,
      learnChoice,
    ),
  }
}

/** Rounds a table to one signed byte per weight: each weight is its byte times the scale. */
export function quantised(weights: WeightTable): { readonly bytes: Int8Array; readonly scale: number } {
  let greatest = 0
  for (let place = 0; place < weights.length; place++) greatest = Math.max(greatest, Math.abs(weights[place] ?? 0))
  const scale = greatest / 127 || 1
  return { bytes: Int8Array.from(weights, (weight) => Math.round(weight / scale)), scale }
}

/** The weights of a table as they are read back from its file. */
export function dequantised(weights: WeightTable): WeightTable {
  const { bytes, scale } = quantised(weights)
  return Float32Array.from(bytes, (weight) => weight * scale)
}

import type { Weights } from '../../src/reading/statements/model/log-linear-model.ts'
import { seededRandom } from '../../testkit/random.ts'

/** One choice: the features of each candidate, and which candidates are right. */
export interface Example {
  readonly candidates: readonly (readonly string[])[]
  readonly right: readonly boolean[]
  readonly weight: number
}

export interface LearningOptions {
  /** Passes over the examples. */
  readonly epochs: number
  /** Step size of AdaGrad. */
  readonly rate: number
  /** L2 penalty, an example. */
  readonly penalty: number
  /** Features seen in fewer examples are left out. */
  readonly atLeast: number
  readonly seed: number
}

/**
 * Fits a log-linear model by AdaGrad (Duchi, Hazan, Singer 2011) on the negative logarithm of the probability that one
 * of the right candidates is chosen. The same seed and examples give the same weights.
 */
export function learn(examples: readonly Example[], options: LearningOptions): Weights {
  const names = frequentFeatures(examples, options.atLeast)
  const coded = examples
    .filter(({ right }) => right.includes(true) && right.includes(false))
    .map(({ candidates, right, weight }) => ({
      candidates: candidates.map((features) => Int32Array.from(features.flatMap((name) => names.get(name) ?? []))),
      right,
      weight,
    }))
  const weights = new Float64Array(names.size)
  const squares = new Float64Array(names.size).fill(1e-6)
  const average = new Float64Array(names.size)
  const random = seededRandom(options.seed)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(coded, random)
    for (const { candidates, right, weight } of coded) {
      const all = softmax(candidates.map((features) => sum(weights, features)))
      const mass = all.reduce((total, part, index) => total + (right[index] ? part : 0), 0)
      candidates.forEach((features, index) => {
        const part = all[index] ?? 0
        const gradient = weight * (part - (right[index] && mass > 0 ? part / mass : 0))
        if (Math.abs(gradient) < 1e-4) return
        for (const feature of features) {
          const slope = gradient + options.penalty * (weights[feature] ?? 0)
          squares[feature] = (squares[feature] ?? 0) + slope * slope
          weights[feature] = (weights[feature] ?? 0) - (options.rate * slope) / Math.sqrt(squares[feature] ?? 1)
        }
      })
    }
    for (let index = 0; index < weights.length; index++) {
      average[index] = (average[index] ?? 0) + (weights[index] ?? 0) / options.epochs
    }
  }
  return new Map([...names].map(([name, index]) => [name, average[index] ?? 0]))
}

function frequentFeatures(examples: readonly Example[], atLeast: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { candidates } of examples) {
    for (const name of new Set(candidates.flat())) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const frequent = [...counts].filter(([, count]) => count >= atLeast).map(([name]) => name)
  return new Map(frequent.sort().map((name, index) => [name, index]))
}

const sum = (weights: Float64Array, features: Int32Array): number =>
  features.reduce((total, feature) => total + (weights[feature] ?? 0), 0)

function softmax(scores: readonly number[]): readonly number[] {
  const top = Math.max(...scores)
  const parts = scores.map((score) => Math.exp(score - top))
  const total = parts.reduce((all, part) => all + part, 0)
  return parts.map((part) => part / total)
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const one = list[at] as T
    list[at] = list[other] as T
    list[other] = one
  }
}

/**
 * A log-linear model: the score of a candidate is the sum of its features' weights, its probability the softmax over the
 * candidates of one question.
 */
export type Weights = ReadonlyMap<string, number>

/** Reads weights from lines of "feature weight", the form that the training script writes. */
export function parseWeights(lines: string): Weights {
  const weights = new Map<string, number>()
  for (const line of lines.split('\n')) {
    const at = line.lastIndexOf(' ')
    if (at > 0) weights.set(line.slice(0, at), Number(line.slice(at + 1)))
  }
  return weights
}

/** The probability of each candidate, given its features. */
export function probabilities(weights: Weights, candidates: readonly (readonly string[])[]): readonly number[] {
  const scores = candidates.map((features) => {
    let score = 0
    for (const feature of features) score += weights.get(feature) ?? 0
    return score
  })
  const top = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY)
  const parts = scores.map((score) => Math.exp(score - top))
  const total = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => part / total)
}

/** The index of the greatest number, the first of equals; -1 for none. */
export function indexOfGreatest(numbers: readonly number[]): number {
  let best = -1
  for (const [index, number] of numbers.entries()) if (best < 0 || number > (numbers[best] ?? 0)) best = index
  return best
}

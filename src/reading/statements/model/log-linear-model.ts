/**
 * A log-linear model: the score of a candidate is the sum of its features' weights; its probability is the softmax over all
 * candidates of the question.
 */
export type Weights = ReadonlyMap<string, number>

/** Parses rows of feature name, tab, weight. */
export function parseWeights(rows: string): Weights {
  const weights = new Map<string, number>()
  for (const row of rows.split('\n')) {
    const tab = row.indexOf('\t')
    if (tab > 0) weights.set(row.slice(0, tab), Number(row.slice(tab + 1)))
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

/** The index of the largest number, the first one on ties; -1 for an empty list. */
export function indexOfGreatest(numbers: readonly number[]): number {
  let best = -1
  for (const [index, number] of numbers.entries()) if (best < 0 || number > (numbers[best] ?? 0)) best = index
  return best
}

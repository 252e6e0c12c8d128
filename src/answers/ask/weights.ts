/** The sum of values, each times its weight. */
export function weighedSum(weights: Float64Array, values: Float64Array): number {
  let sum = 0
  for (let at = 0; at < weights.length; at++) sum += (weights[at] ?? 0) * (values[at] ?? 0)
  return sum
}

/**
 * Reads weights, one a line: the feature's name, a tab, the weight.
 * @throws Error when the weights were made for other features than `names`.
 */
export function readWeights(text: string, names: readonly string[]): Float64Array {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
  if (lines.map(([name]) => name).join() !== names.join())
    throw new Error('The trained weights are for other features: train them again.')
  return Float64Array.from(lines, ([, weight]) => Number(weight))
}

/** Weights in the form that `readWeights` reads, to four digits. */
export function writeWeights(weights: Float64Array, names: readonly string[]): string {
  return names.map((name, at) => `${name}\t${Number((weights[at] ?? 0).toPrecision(4))}`).join('\n')
}

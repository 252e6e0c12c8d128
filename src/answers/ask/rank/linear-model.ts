/** The weighted sum of values, plus `offset`. */
export function weighedSum(weights: Float64Array, values: Float64Array, offset = 0): number {
  let sum = offset
  for (let at = 0; at < weights.length; at++) sum += (weights[at] ?? 0) * (values[at] ?? 0)
  return sum
}

/**
 * Reads weights from rows: the name of a feature, a tab, and its weight.
 * @throws Error if the features are not `names`.
 */
export function readWeights(text: string, names: readonly string[]): Float64Array {
  const rows = text
    .trim()
    .split('\n')
    .map((row) => row.split('\t'))
  if (rows.map(([name]) => name).join() !== names.join())
    throw new Error('The trained weights are for other features: train them again.')
  return Float64Array.from(rows, ([, weight]) => Number(weight))
}

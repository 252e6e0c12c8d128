import type { LogisticDecision } from '../../src/answers/ask/decide/logistic-decision.ts'

/** A row of feature values with what it shows: 1 for an answer, 0 for none. */
export interface LogisticRow {
  readonly values: Float64Array
  readonly right: boolean
  /** How much it counts. */
  readonly weight: number
}

const steps = 25
const tiny = 1e-8

/** Solves a symmetric positive definite system by Gaussian elimination. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length
  const rows = matrix.map((row, at) => Float64Array.from([...row, right[at] ?? 0]))
  for (let at = 0; at < size; at++) {
    const pivot = rows[at] ?? new Float64Array(size + 1)
    for (let below = at + 1; below < size; below++) {
      const row = rows[below]
      if (row === undefined) continue
      const factor = (row[at] ?? 0) / (pivot[at] ?? 1)
      for (let column = at; column <= size; column++) row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0)
    }
  }
  const found = new Float64Array(size)
  for (let at = size - 1; at >= 0; at--) {
    let sum = rows[at]?.[size] ?? 0
    for (let column = at + 1; column < size; column++) sum -= (rows[at]?.[column] ?? 0) * (found[column] ?? 0)
    found[at] = sum / (rows[at]?.[at] ?? 1)
  }
  return found
}

/**
 * Logistic regression with `decay` times half the sum of squared weights added to the loss, on features scaled to a spread of one; by
 * Newton's method. No chance is involved.
 */
export function fitLogistic(rows: readonly LogisticRow[], decay: number): Pick<LogisticDecision, 'offset' | 'weights'> {
  const width = rows[0]?.values.length ?? 0
  const column = (feature: number) => rows.map(({ values }) => values[feature] ?? 0)
  const mean = Array.from({ length: width }, (_, feature) => column(feature).reduce((a, b) => a + b, 0) / rows.length)
  const spread = mean.map((middle, feature) => {
    const square = column(feature).reduce((sum, value) => sum + (value - middle) ** 2, 0) / rows.length
    return square < tiny ? 1 : Math.sqrt(square)
  })
  const scaled = rows.map(({ values }) =>
    Float64Array.from([...mean.map((middle, at) => ((values[at] ?? 0) - middle) / (spread[at] ?? 1)), 1]),
  )
  let weights = new Float64Array(width + 1)
  for (let step = 0; step < steps; step++) {
    const slope = weights.map((weight, at) => (at < width ? decay * weight : 0))
    const curve = Array.from({ length: width + 1 }, (_, at) => {
      const row = new Float64Array(width + 1)
      row[at] = at < width ? decay : tiny
      return row
    })
    scaled.forEach((values, row) => {
      let score = 0
      for (let at = 0; at <= width; at++) score += (weights[at] ?? 0) * (values[at] ?? 0)
      const likely = 1 / (1 + Math.exp(-score))
      const counts = rows[row]?.weight ?? 1
      const error = counts * (likely - Number(rows[row]?.right))
      const weight = counts * likely * (1 - likely)
      for (let a = 0; a <= width; a++) {
        slope[a] = (slope[a] ?? 0) + error * (values[a] ?? 0)
        const own = curve[a]
        if (own !== undefined)
          for (let b = 0; b <= width; b++) own[b] = (own[b] ?? 0) + weight * (values[a] ?? 0) * (values[b] ?? 0)
      }
    })
    const move = solve(curve, slope)
    weights = weights.map((weight, at) => weight - (move[at] ?? 0))
  }
  const unscaled = mean.map((_, at) => (weights[at] ?? 0) / (spread[at] ?? 1))
  const shift = unscaled.reduce((sum, weight, at) => sum + weight * (mean[at] ?? 0), 0)
  return { offset: (weights[width] ?? 0) - shift, weights: Float64Array.from(unscaled) }
}

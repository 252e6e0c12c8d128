import type { Rows } from './boost.ts'

const steps = 400
const rate = 0.05
/** Adam's own constants. */
const [meanKept, squareKept, tiny] = [0.9, 0.999, 1e-8]

/** Mean and spread of each feature; the spread of one that never changes is taken for 1. */
function scaleOf({ width, values }: Rows): readonly { readonly mean: number; readonly spread: number }[] {
  const count = values.length / width
  return Array.from({ length: width }, (_, feature) => {
    let [sum, squares] = [0, 0]
    for (let at = feature; at < values.length; at += width) {
      const value = values[at] ?? 0
      sum += value
      squares += value * value
    }
    const mean = sum / count
    const spread = Math.sqrt(Math.max(0, squares / count - mean * mean))
    return { mean, spread: spread < tiny ? 1 : spread }
  })
}

/** Writes into `slope`, row by row, the slope of -ln(the share of the softmax that falls on the good rows of a group), averaged over the groups. */
function slopeOf({ gains, groups }: Rows, scores: Float64Array, slope: Float64Array): void {
  slope.fill(0)
  const count = Math.max(1, groups.length - 1)
  for (let group = 0; group + 1 < groups.length; group++) {
    const [from, to] = [groups[group] ?? 0, groups[group + 1] ?? 0]
    let most = Number.NEGATIVE_INFINITY
    for (let row = from; row < to; row++) most = Math.max(most, scores[row] ?? 0)
    let [all, good] = [0, 0]
    for (let row = from; row < to; row++) {
      const likely = Math.exp((scores[row] ?? 0) - most)
      all += likely
      if ((gains[row] ?? 0) > 0) good += likely
    }
    if (good === 0 || good === all) continue
    for (let row = from; row < to; row++) {
      const likely = Math.exp((scores[row] ?? 0) - most)
      slope[row] = (likely / all - ((gains[row] ?? 0) > 0 ? likely / good : 0)) / count
    }
  }
}

/**
 * The weights by whose sum the good rows of each group come first: a listwise softmax (Cao et al., Learning to Rank, 2007)
 * over features scaled to the spread of one, with `decay` times the sum of their squared weights added to the loss, by
 * gradient descent over all rows at once (Adam: Kingma & Ba, 2015). No chance is involved.
 */
export function fitChoice(rows: Rows, decay: number): Float64Array {
  const { width, values } = rows
  const count = values.length / width
  const scale = scaleOf(rows)
  const scaled = new Float32Array(values.length)
  for (let at = 0; at < values.length; at++) {
    const { mean, spread } = scale[at % width] ?? { mean: 0, spread: 1 }
    scaled[at] = ((values[at] ?? 0) - mean) / spread
  }
  const weights = new Float64Array(width)
  const [mean, square] = [new Float64Array(width), new Float64Array(width)]
  const [scores, slopes] = [new Float64Array(count), new Float64Array(count)]
  for (let step = 1; step <= steps; step++) {
    for (let row = 0, base = 0; row < count; row++, base += width) {
      let sum = 0
      for (let at = 0; at < width; at++) sum += (weights[at] ?? 0) * (scaled[base + at] ?? 0)
      scores[row] = sum
    }
    slopeOf(rows, scores, slopes)
    const slope = weights.map((weight) => 2 * decay * weight)
    for (let row = 0, base = 0; row < count; row++, base += width) {
      const own = slopes[row] ?? 0
      if (own !== 0) for (let at = 0; at < width; at++) slope[at] = (slope[at] ?? 0) + own * (scaled[base + at] ?? 0)
    }
    const pace = rate * (1 - (step - 1) / steps)
    for (let at = 0; at < width; at++) {
      const own = slope[at] ?? 0
      mean[at] = meanKept * (mean[at] ?? 0) + (1 - meanKept) * own
      square[at] = squareKept * (square[at] ?? 0) + (1 - squareKept) * own * own
      const [steady, size] = [(mean[at] ?? 0) / (1 - meanKept ** step), (square[at] ?? 0) / (1 - squareKept ** step)]
      weights[at] = (weights[at] ?? 0) - (pace * steady) / (Math.sqrt(size) + tiny)
    }
  }
  return weights.map((weight, at) => weight / (scale[at]?.spread ?? 1))
}

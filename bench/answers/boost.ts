import type { Tree } from '../../src/resources/boosted-trees.ts'

/** Rows of feature values in groups (the candidates of one question), each with what it is worth. */
export interface Rows {
  readonly width: number
  /** Row after row. */
  readonly values: Float32Array
  readonly gains: Float32Array
  /** Where each group begins, and the number of rows at the end. */
  readonly groups: readonly number[]
}

export interface BoostOptions {
  readonly trees: number
  readonly levels: number
  readonly rate: number
  /** Added to the sum of second derivatives in a leaf. */
  readonly smoothing: number
}

/** First and second derivatives of a loss at the present scores, row by row. */
export type Loss = (scores: Float64Array, first: Float64Array, second: Float64Array) => void

const maxBins = 32

/** Thresholds between the quantiles of each feature. */
function thresholdsOf({ width, values }: Rows): readonly (readonly number[])[] {
  const rows = values.length / width
  const step = Math.max(1, Math.floor(rows / 20_000))
  return Array.from({ length: width }, (_, feature) => {
    const column: number[] = []
    for (let row = 0; row < rows; row += step) column.push(values[row * width + feature] ?? 0)
    column.sort((a, b) => a - b)
    const cuts = new Set<number>()
    for (let bin = 1; bin < maxBins; bin++) {
      const at = Math.floor((bin * column.length) / maxBins)
      const [below, above] = [column[at - 1] ?? 0, column[at] ?? 0]
      cuts.add(below < above ? (below + above) / 2 : above)
    }
    // A cut at the greatest value parts nothing.
    return [...cuts].filter((cut) => cut < (column.at(-1) ?? 0)).sort((a, b) => a - b)
  })
}

/** Logistic loss with the gains as labels 0 and 1. */
export function logisticLoss({ gains }: Rows): Loss {
  return (scores, first, second) => {
    for (let row = 0; row < scores.length; row++) {
      const likely = 1 / (1 + Math.exp(-(scores[row] ?? 0)))
      first[row] = (gains[row] ?? 0) - likely
      second[row] = Math.max(1e-6, likely * (1 - likely))
    }
  }
}

/** Fits symmetric trees to a loss, one after the other. Deterministic: no rows or features are left to chance. */
export function boost(rows: Rows, loss: Loss, { trees, levels, rate, smoothing }: BoostOptions): Tree[] {
  const { width, values } = rows
  const count = values.length / width
  const thresholds = thresholdsOf(rows)
  // Row by row, which bin each value falls into: the number of thresholds it exceeds.
  const bins = new Uint8Array(values.length)
  for (let at = 0; at < values.length; at++) {
    const cuts = thresholds[at % width] ?? []
    const value = values[at] ?? 0
    let bin = 0
    while (bin < cuts.length && value > (cuts[bin] ?? 0)) bin++
    bins[at] = bin
  }
  const scores = new Float64Array(count)
  const first = new Float64Array(count)
  const second = new Float64Array(count)
  const leafOf = new Uint16Array(count)
  const grown: Tree[] = []
  for (let round = 0; round < trees; round++) {
    loss(scores, first, second)
    leafOf.fill(0)
    const splits: (readonly [number, number])[] = []
    for (let level = 0; level < levels; level++) {
      const leaves = 1 << level
      const size = leaves * width * maxBins
      const sumFirst = new Float64Array(size)
      const sumSecond = new Float64Array(size)
      for (let row = 0; row < count; row++) {
        const base = (leafOf[row] ?? 0) * width * maxBins
        const [g, h] = [first[row] ?? 0, second[row] ?? 0]
        if (g === 0 && h === 0) continue
        for (let feature = 0; feature < width; feature++) {
          const cell = base + feature * maxBins + (bins[row * width + feature] ?? 0)
          sumFirst[cell] = (sumFirst[cell] ?? 0) + g
          sumSecond[cell] = (sumSecond[cell] ?? 0) + h
        }
      }
      let best = { gain: 0, feature: -1, bin: -1 }
      for (let feature = 0; feature < width; feature++) {
        const cuts = thresholds[feature]?.length ?? 0
        const gains = new Float64Array(cuts)
        for (let leaf = 0; leaf < leaves; leaf++) {
          const base = (leaf * width + feature) * maxBins
          let [allFirst, allSecond] = [0, 0]
          for (let bin = 0; bin <= cuts; bin++) {
            allFirst += sumFirst[base + bin] ?? 0
            allSecond += sumSecond[base + bin] ?? 0
          }
          const whole = (allFirst * allFirst) / (allSecond + smoothing)
          let [lowFirst, lowSecond] = [0, 0]
          for (let bin = 0; bin < cuts; bin++) {
            lowFirst += sumFirst[base + bin] ?? 0
            lowSecond += sumSecond[base + bin] ?? 0
            const high = allFirst - lowFirst
            gains[bin] =
              (gains[bin] ?? 0) +
              (lowFirst * lowFirst) / (lowSecond + smoothing) +
              (high * high) / (allSecond - lowSecond + smoothing) -
              whole
          }
        }
        gains.forEach((gain, bin) => {
          if (gain > best.gain + 1e-9) best = { gain, feature, bin }
        })
      }
      if (best.feature < 0) break
      splits.push([best.feature, thresholds[best.feature]?.[best.bin] ?? 0])
      for (let row = 0; row < count; row++) {
        if ((bins[row * width + best.feature] ?? 0) > best.bin) leafOf[row] = (leafOf[row] ?? 0) | (1 << level)
      }
    }
    const leaves = 1 << splits.length
    const [sumFirst, sumSecond] = [new Float64Array(leaves), new Float64Array(leaves)]
    for (let row = 0; row < count; row++) {
      const leaf = leafOf[row] ?? 0
      sumFirst[leaf] = (sumFirst[leaf] ?? 0) + (first[row] ?? 0)
      sumSecond[leaf] = (sumSecond[leaf] ?? 0) + (second[row] ?? 0)
    }
    const outputs = Array.from(sumFirst, (sum, leaf) => (rate * sum) / ((sumSecond[leaf] ?? 0) + smoothing))
    for (let row = 0; row < count; row++) scores[row] = (scores[row] ?? 0) + (outputs[leafOf[row] ?? 0] ?? 0)
    grown.push({ splits, leaves: outputs })
  }
  return grown
}

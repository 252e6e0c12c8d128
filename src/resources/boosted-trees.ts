/** One symmetric tree: one split per level, the same for every branch, and a value for each combination of outcomes. */
export interface Tree {
  /** For each level, the index of the feature and the threshold that its value must exceed. */
  readonly splits: readonly (readonly [feature: number, threshold: number])[]
  /** 2 ^ levels values; the outcome of the first level is the lowest bit. */
  readonly leaves: readonly number[]
}

/** Trees in flat arrays, so that scoring a candidate touches only a few arrays. */
export interface Forest {
  /** How many levels each tree has. Shallower trees are padded with splits that have no effect. */
  readonly levels: number
  readonly features: Uint16Array
  readonly thresholds: Float64Array
  /** 2 ^ levels values per tree. */
  readonly leaves: Float64Array
}

/** Converts trees to flat arrays. */
export function forestOf(trees: readonly Tree[]): Forest {
  const levels = Math.max(0, ...trees.map(({ splits }) => splits.length))
  const features = new Uint16Array(trees.length * levels)
  const thresholds = new Float64Array(trees.length * levels).fill(Number.POSITIVE_INFINITY)
  const leaves = new Float64Array(trees.length << levels)
  trees.forEach((tree, at) => {
    tree.splits.forEach(([feature, threshold], level) => {
      features[at * levels + level] = feature
      thresholds[at * levels + level] = threshold
    })
    leaves.set(tree.leaves, at << levels)
  })
  return { levels, features, thresholds, leaves }
}

/** The sum of the trees for the values of the features: gradient-boosted symmetric trees (Prokhorenkova et al., CatBoost, 2018). */
export function forestScore({ levels, features, thresholds, leaves }: Forest, values: Float64Array): number {
  let sum = 0
  for (let at = 0, base = 0; base < leaves.length; base += 1 << levels) {
    let leaf = 0
    for (let level = 0; level < levels; level++, at++) {
      if ((values[features[at] ?? 0] ?? 0) > (thresholds[at] ?? 0)) leaf |= 1 << level
    }
    sum += leaves[base + leaf] ?? 0
  }
  return sum
}

/** Trees, and the minimum score of an answer: about nine tenths of the right answers reach it. */
export interface TrainedTrees {
  readonly trees: readonly Tree[]
  readonly minScore: number
}

/**
 * Reads trees from rows: the minimum score, the names of the features, then one tree per row with its splits (`feature:threshold …`, where
 * the feature is an index into the names) and its leaves.
 * @throws Error if the features of the trees are not `names`.
 */
export function readTrees(text: string, names: readonly string[]): TrainedTrees {
  const rows = text.trim().split('\n')
  const [[, minScore] = [], [, features] = [], ...trees] = rows.map((row) => row.split('\t'))
  if (features !== names.join(',')) throw new Error('The trained trees are for other features: train them again.')
  return {
    minScore: Number(minScore),
    trees: trees.map(([splits = '', leaves = '']) => ({
      splits: splits.split(' ').map((split): readonly [number, number] => {
        const [feature, threshold] = split.split(':')
        return [Number(feature), Number(threshold)]
      }),
      leaves: leaves.split(' ').map(Number),
    })),
  }
}

import { contradictionFeatureNames } from '../../src/reading/facts/contradictions/contradiction-features.ts'
import { pairFeatureNames } from '../../src/reading/facts/pairs/features/pair-features.ts'
import { minKept } from '../../src/reading/facts/pairs/likely-pairs.ts'
import { createPairGraph, graphFeatureNames } from '../../src/reading/facts/pairs/pair-graph.ts'
import { forestOf, forestScore, type Tree } from '../../src/resources/boosted-trees.ts'
import { groupBy } from '../../src/resources/group-by.ts'
import { type BoostOptions, boost, logisticLoss } from '../answers/boost.ts'
import type { PairExample } from './pair-examples.ts'

const pairOptions: BoostOptions = { trees: 120, levels: 4, rate: 0.08, smoothing: 8 }
const graphOptions: BoostOptions = { trees: 80, levels: 3, rate: 0.08, smoothing: 8 }
const innerFolds = 4

/** Rows of features with a label, of events. */
export interface LabelledRow {
  readonly event: string
  readonly values: Float64Array
  readonly label: boolean | null
}

/** Assigns each event to a fold. */
export function foldsOf(events: Iterable<string>, count: number): ReadonlyMap<string, number> {
  return new Map([...new Set(events)].sort().map((event, at) => [event, at % count]))
}

/** Fits trees to rows; those without a label are left out. */
export function fitTrees(rows: readonly LabelledRow[], width: number, options: BoostOptions): readonly Tree[] {
  const known = rows.filter(({ label }) => label !== null)
  const values = new Float32Array(known.length * width)
  for (const [row, one] of known.entries()) values.set(one.values, row * width)
  const gains = Float32Array.from(known, ({ label }) => Number(label))
  const data = { width, values, gains, groups: [0, known.length] }
  return boost(data, logisticLoss(data), options)
}

/** The scores of rows by trees that did not see their event. */
export function crossScores(rows: readonly LabelledRow[], width: number, options: BoostOptions): Float64Array {
  const folds = foldsOf(
    rows.map(({ event }) => event),
    innerFolds,
  )
  const scores = new Float64Array(rows.length)
  for (let fold = 0; fold < innerFolds; fold++) {
    const isIn = ({ event }: LabelledRow) => folds.get(event) === fold
    const forest = forestOf(
      fitTrees(
        rows.filter((row) => !isIn(row)),
        width,
        options,
      ),
    )
    for (const [at, row] of rows.entries()) if (isIn(row)) scores[at] = forestScore(forest, row.values)
  }
  return scores
}

/** The trees of the models of pairs. */
export interface PairTrees {
  readonly pairs: readonly Tree[]
  readonly graph: readonly Tree[]
}

/** Trains the models of pairs. The second learns from scores of the first on events that it did not see, as in use. */
export function trainPairs(examples: readonly PairExample[]): PairTrees {
  const width = pairFeatureNames.length
  const scores = crossScores(examples, width, pairOptions)
  const rows: LabelledRow[] = []
  const byCorpus = groupBy(
    examples.map((example, at) => ({ ...example, score: scores[at] ?? 0 })),
    ({ event }) => event.slice(0, event.indexOf(':')),
  )
  for (const all of byCorpus.values()) {
    const kept = all.filter(({ score }) => score >= minKept)
    const claims = new Map(kept.flatMap(({ left, right }) => [left, right]).map(({ index, claim }) => [index, claim]))
    const scored = kept.map((one) => ({ ...one, a: one.left.index, b: one.right.index }))
    const graph = createPairGraph(scored, (index) => claims.get(index))
    for (const pair of scored) rows.push({ event: pair.event, label: pair.label, values: graph.features(pair) })
  }
  return {
    pairs: fitTrees(examples, width, pairOptions),
    graph: fitTrees(rows, graphFeatureNames.length, graphOptions),
  }
}

/** Trains the model of contradictions. */
export function trainContradictions(rows: readonly LabelledRow[]): readonly Tree[] {
  return fitTrees(rows, contradictionFeatureNames.length, pairOptions)
}

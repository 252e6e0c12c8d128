import { type Forest, forestOf, readTrees } from '../../../resources/boosted-trees.ts'
import { once } from '../../../resources/once.ts'
import { type ResourceName, readModel } from '../../../resources/resources.ts'
import { contradictionFeatureNames } from '../contradictions/contradiction-features.ts'
import { pairFeatureNames } from '../pairs/features/pair-features.ts'
import type { PairModels } from '../pairs/likely-pairs.ts'
import { graphFeatureNames } from '../pairs/pair-graph.ts'

/** The version of the features. Raise it when one changes its name or its values: models of other features are refused. */
export const factFeaturesVersion = 2

/** The models by which claims are joined and compared. */
export interface FactModels extends PairModels {
  /** Whether two places of two claims contradict each other. */
  readonly contradictions: Forest
}

/** The models by name, in the order in which they are used. */
export const factModelNames = ['pairs', 'graph', 'contradictions'] as const satisfies readonly (keyof FactModels)[]

/** The features of each model, by name. */
export const factModelFeatures: Readonly<Record<keyof FactModels, readonly string[]>> = {
  pairs: pairFeatureNames,
  graph: graphFeatureNames,
  contradictions: contradictionFeatureNames,
}

/** The file of each model. */
export const factModelFiles = {
  pairs: 'models/facts/pairs.tsv',
  graph: 'models/facts/pair-graph.tsv',
  contradictions: 'models/facts/contradictions.tsv',
} as const satisfies Readonly<Record<keyof FactModels, ResourceName>>

/** The models that the program ships; read at first use. */
export const trainedFactModels = once((): FactModels => {
  const read = (name: keyof FactModels) =>
    forestOf(readTrees(readModel(factModelFiles[name], factFeaturesVersion), factModelFeatures[name]).trees)
  return { pairs: read('pairs'), graph: read('graph'), contradictions: read('contradictions') }
})

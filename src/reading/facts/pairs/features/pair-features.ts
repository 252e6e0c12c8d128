import { actorFeatures } from './actor-features.ts'
import { comparisonFeatures } from './comparison-features.ts'
import { forceFeatures } from './force-features.ts'
import type { ClaimPair, FeatureGroup, PairContext } from './pair.ts'
import { settingFeatures } from './setting-features.ts'
import { valueFeatures } from './value-features.ts'
import { wordFeatures } from './word-features.ts'

/** The groups of features by name, in the order of the features. */
export const pairFeatureGroups: Readonly<Record<string, FeatureGroup>> = {
  comparison: comparisonFeatures,
  words: wordFeatures,
  values: valueFeatures,
  setting: settingFeatures,
  force: forceFeatures,
  actors: actorFeatures,
}

const groups = Object.values(pairFeatureGroups)

/** The features of a pair of claims by name. The trained trees are bound to them. */
export const pairFeatureNames: readonly string[] = groups.flatMap(({ names }) => names)

/** The features of a pair of claims, in the order of `pairFeatureNames`. */
export function pairFeatures(pair: ClaimPair, context: PairContext): Float64Array {
  const found = new Float64Array(pairFeatureNames.length)
  let at = 0
  for (const group of groups) for (const value of group.values(pair, context)) found[at++] = value
  return found
}

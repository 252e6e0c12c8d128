import { type Forest, forestOf, readTrees } from '../../../resources/boosted-trees.ts'
import { once } from '../../../resources/once.ts'
import { readBytes, readModel } from '../../../resources/resources.ts'
import { tableSize } from '../reported/hashed-features.ts'
import type { ReportedModels, WeightTable } from '../reported/read-reported.ts'
import { acceptanceNames } from './acceptance-features.ts'

/** The version of the features. Raise it when one changes its name or its values: models of other features are refused. */
export const reportedFeaturesVersion = 1

/** The models in the order in which their tables stand in the file of weights. */
export const reportedModelNames = ['cue', 'content', 'source'] as const

/** The models that the product ships; read when they are first asked for. */
export const trainedReportedModels = once((): { readonly reported: ReportedModels; readonly acceptance: Forest } => {
  const scales = new Map(
    readModel('models/statements/scales.tsv', reportedFeaturesVersion)
      .split('\n')
      .map((line) => line.split('\t'))
      .map(([name = '', scale]) => [name, Number(scale)]),
  )
  const { buffer, byteOffset } = readBytes('models/statements/weights.bin')
  const table = (name: (typeof reportedModelNames)[number]): WeightTable => {
    const offset = byteOffset + reportedModelNames.indexOf(name) * tableSize
    const scale = scales.get(name) ?? 0
    return Float32Array.from(new Int8Array(buffer, offset, tableSize), (weight) => weight * scale)
  }
  const { trees } = readTrees(readModel('models/statements/acceptance.tsv', reportedFeaturesVersion), acceptanceNames)
  return {
    reported: { cue: table('cue'), content: table('content'), source: table('source') },
    acceptance: forestOf(trees),
  }
})

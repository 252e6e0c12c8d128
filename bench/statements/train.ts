import { basename } from 'node:path'
import { acceptanceNames } from '../../src/reading/statements/acceptance/acceptance-features.ts'
import { reportedFeaturesVersion, reportedModelNames } from '../../src/reading/statements/acceptance/trained-models.ts'
import { featuresLine } from '../../src/resources/resources.ts'
import { treeLines } from '../answers/write-model.ts'
import { readGold as readQuotationGold } from '../quotations/gold.ts'
import { crossTrained } from '../quotations/training.ts'
import { writeResource } from '../resources/write-resource.ts'
import { annotate } from './examples.ts'
import { readGold } from './gold.ts'
import { quantised, trainingSeed } from './learn.ts'
import { acceptanceExamples, crossTrainedReported, trainAcceptance, trainReported } from './training.ts'

const folds = 5
const [file, quotations] = process.argv.slice(2)
if (file === undefined || quotations === undefined) {
  process.stderr.write('Name the data sets: npm run train -- statements ATTRIBUTIONS.jsonl QUOTATIONS.jsonl\n')
  process.exit(2)
}
const annotated = readGold(file).map(annotate)
const heading = [
  featuresLine(reportedFeaturesVersion),
  `# training set: ${basename(file, '.jsonl')}, ${annotated.length} documents`,
  `# seed: ${trainingSeed}`,
]

const models = trainReported(annotated)
const tables = reportedModelNames.map((name) => ({ name, ...quantised(models[name]) }))
writeResource('models/statements/weights.bin', Buffer.concat(tables.map(({ bytes }) => new Uint8Array(bytes.buffer))))
writeResource('models/statements/scales.tsv', [
  ...heading,
  '# A weight is its byte in weights.bin times the scale of its table. The tables follow each other in this order.',
  ...tables.map(({ name, scale }) => `${name}\t${scale}`),
])

// The trees learn from documents that the other models did not see, as in use.
const classifiers = crossTrained(readQuotationGold(quotations), folds)
const reported = crossTrainedReported(annotated, folds)
const examples = annotated.flatMap((one, index) => {
  const [own, parts] = [classifiers[index], reported[index % folds]]
  return own === undefined || parts === undefined
    ? []
    : [acceptanceExamples({ annotated: one, classifiers: own, reported: parts })]
})
const trees = trainAcceptance(examples)
writeResource('models/statements/acceptance.tsv', [...heading, ...treeLines({ trees, minScore: 0 }, acceptanceNames)])

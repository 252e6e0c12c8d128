import { basename } from 'node:path'
import type { Weights } from '../../src/reading/statements/model/log-linear-model.ts'
import { featuresVersion } from '../../src/reading/statements/model/trained-classifiers.ts'
import { featuresLine } from '../../src/resources/resources.ts'
import { writeResource } from '../resources/write-resource.ts'
import { calibrate } from './calibrate.ts'
import { examplesOf } from './examples.ts'
import { readGold } from './gold.ts'
import { crossTrained, train, trainingSeed } from './training.ts'

const folds = 5

const [file] = process.argv.slice(2)
if (file === undefined) {
  process.stderr.write('Name the data set: npm run train -- quotations DATA.jsonl\n')
  process.exit(2)
}
const gold = readGold(file)
const { slope, offset } = calibrate(gold, crossTrained(gold, folds))
const { words, speakers, pronouns } = train(gold.map((document) => examplesOf(document, null)))

const quotes = gold.reduce((sum, document) => sum + document.quotes.length, 0)
const header = [
  featuresLine(featuresVersion),
  `# training set: ${basename(file, '.jsonl')}, ${gold.length} documents, ${quotes} quotations`,
  `# seed: ${trainingSeed}`,
]
const linesOf = (weights: Weights) => [...weights].map(([name, weight]) => `${name}\t${weight}`)
writeResource('models/quotations/words.tsv', [...header, ...linesOf(words)])
writeResource('models/quotations/speakers.tsv', [...header, ...linesOf(speakers)])
writeResource('models/quotations/pronouns.tsv', [...header, ...linesOf(pronouns)])
writeResource('models/quotations/calibration.tsv', [
  ...header,
  `slope\t${slope.toFixed(3)}`,
  `offset\t${offset.toFixed(3)}`,
])
process.stdout.write(`${words.size + speakers.size + pronouns.size} weights in resources/models/quotations/\n`)

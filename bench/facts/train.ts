import {
  factFeaturesVersion,
  factModelFeatures,
  factModelFiles,
  factModelNames,
} from '../../src/reading/facts/models/fact-models.ts'
import { featuresLine } from '../../src/resources/resources.ts'
import { treeLines } from '../answers/write-model.ts'
import { writeResource } from '../resources/write-resource.ts'
import { crossContradictions } from './contradiction-examples.ts'
import { pairExamples, readEventCorpus } from './pair-examples.ts'
import { trainContradictions, trainPairs } from './training.ts'

// Trains the models of facts on folders of articles with gold: npm run train -- facts FOLDER …

const folders = process.argv.slice(2)
if (folders.length === 0) {
  process.stderr.write('Name the folders of articles with gold: npm run train -- facts FOLDER …\n')
  process.exit(2)
}
const corpora = await Promise.all(folders.map(readEventCorpus))
const examples = corpora.flatMap(pairExamples)
const trees = { ...trainPairs(examples), contradictions: trainContradictions(crossContradictions(corpora, examples)) }
const events = new Set(examples.map(({ event }) => event)).size
for (const name of factModelNames) {
  writeResource(factModelFiles[name], [
    featuresLine(factFeaturesVersion),
    `# training set: ${events} events, ${examples.length} pairs of sentences`,
    ...treeLines({ trees: trees[name], minScore: 0 }, factModelFeatures[name]),
  ])
}

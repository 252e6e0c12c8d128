import { groupFacts } from '../../src/reading/facts/cluster-facts.ts'
import type { FactModels } from '../../src/reading/facts/models/fact-models.ts'
import { forestOf } from '../../src/resources/boosted-trees.ts'
import { contradictionExamples } from './contradiction-examples.ts'
import { eventsOf } from './event-gold.ts'
import { eventName, pairExamples, readEventCorpus } from './pair-examples.ts'
import { emptyScore, scoreEvents, scoreLine } from './score-events.ts'
import { foldsOf, trainContradictions, trainPairs } from './training.ts'

// Cross-validation by event: npm run bench -- facts:cross FOLDER …

const folds = 4
const folders = process.argv.slice(2).filter((one) => !one.startsWith('-'))
const isVerbose = process.argv.includes('-v')
const corpora = await Promise.all(folders.map(readEventCorpus))
const examples = corpora.flatMap(pairExamples)
const foldOf = foldsOf(
  examples.map(({ event }) => event),
  folds,
)
const scores = new Map(corpora.map((corpus) => [corpus, emptyScore()]))
const all = emptyScore()
const trees = Array.from({ length: folds }, (_, fold) =>
  trainPairs(examples.filter(({ event }) => foldOf.get(event) !== fold)),
)
// The contradictions of each event are judged by models of pairs that did not see it.
const rows = trees.flatMap((own, fold) =>
  corpora.flatMap((corpus) => contradictionExamples(corpus, own, (event) => foldOf.get(event) === fold)),
)
for (const [fold, { pairs, graph }] of trees.entries()) {
  const models: FactModels = {
    pairs: forestOf(pairs),
    graph: forestOf(graph),
    contradictions: forestOf(trainContradictions(rows.filter(({ event }) => foldOf.get(event) !== fold))),
  }
  for (const corpus of corpora) {
    const events = eventsOf(corpus.gold)
    const isScored = (file: string) => foldOf.get(eventName(corpus.name, events, file)) === fold
    const facts = groupFacts(corpus.claims, models)
    for (const score of [scores.get(corpus) ?? emptyScore(), all]) scoreEvents(corpus.gold, facts, isScored, score)
  }
}
for (const [corpus, score] of scores) process.stdout.write(`${corpus.name}: ${scoreLine(score)}\n`)
process.stdout.write(`all: ${scoreLine(all)}\n`)
if (isVerbose) process.stdout.write(`${all.errors.sort().join('\n')}\n`)

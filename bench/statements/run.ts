import { parseArgs } from 'node:util'
import { trainedReportedModels } from '../../src/reading/statements/acceptance/trained-models.ts'
import { readParsedArticle } from '../../src/reading/statements/entities/parsed-article.ts'
import { trainedClassifiers } from '../../src/reading/statements/model/trained-classifiers.ts'
import { exactThresholds, type StatementModels, statementsOf } from '../../src/reading/statements/read-statements.ts'
import type { AttributedStatement } from '../../src/reading/statements/spans/attributed-statement.ts'
import { forestOf } from '../../src/resources/boosted-trees.ts'
import { once } from '../../src/resources/once.ts'
import { articleOf, readGold as readQuotationGold } from '../quotations/gold.ts'
import { crossTrained } from '../quotations/training.ts'
import { annotate } from './examples.ts'
import { readGold } from './gold.ts'
import { type Prediction, report, score } from './score.ts'
import { acceptanceExamples, crossTrainedReported, trainAcceptance } from './training.ts'

const usage = `npm run bench -- statements DATA.jsonl [--cross N [--quotations DATA.jsonl]] [--named P] [--unnamed P] [--errors N]
Reads who says what in every document and prints figures, speed and errors. With --cross N each document is read with models
that were trained on the other N-1 parts; --quotations names the quotations of the same documents, for the models of quotations.
--named and --unnamed replace the minimum confidence of reported statements.
`
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cross: { type: 'string' },
    quotations: { type: 'string' },
    named: { type: 'string', default: String(exactThresholds.named) },
    unnamed: { type: 'string', default: String(exactThresholds.unnamed) },
    errors: { type: 'string', default: '0' },
  },
})
const [file] = positionals
if (file === undefined) {
  process.stderr.write(usage)
  process.exit(2)
}
const gold = readGold(file)
const thresholds = { ...exactThresholds, named: Number(values.named), unnamed: Number(values.unnamed) }
const shipped = once((): StatementModels => ({ classifiers: trainedClassifiers(), ...trainedReportedModels() }))

/** The models for each document, trained on the documents of other parts. */
function crossModels(folds: number): readonly StatementModels[] {
  const quotations = values.quotations
  const classifiers = quotations === undefined ? [] : crossTrained(readQuotationGold(quotations), folds)
  const annotated = gold.map(annotate)
  const parts = crossTrainedReported(annotated, folds)
  const held = annotated.flatMap((one, index) => {
    const reported = parts[index % folds]
    return reported === undefined
      ? []
      : [{ annotated: one, classifiers: classifiers[index] ?? trainedClassifiers(), reported }]
  })
  const examples = held.map(acceptanceExamples)
  const forests = parts.map((_, fold) =>
    forestOf(trainAcceptance(examples.filter((_one, index) => index % folds !== fold))),
  )
  return held.flatMap((one, index) => {
    const acceptance = forests[index % folds]
    return acceptance === undefined ? [] : [{ ...one, acceptance }]
  })
}

const models = values.cross === undefined ? [] : crossModels(Number(values.cross))
const articles = gold.map(articleOf)
const started = process.cpuUsage()
const read = articles.map((article, index) =>
  inText(article.paragraphs, statementsOf(readParsedArticle(article), models[index] ?? shipped(), thresholds)),
)
const { user, system } = process.cpuUsage(started)
const words = gold.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
const result = score(gold, read)
process.stdout.write(report(result))
process.stdout.write(`speed       ${Math.round((words * 1e6) / (user + system))} words a second of CPU time\n`)
for (const line of result.errors.slice(0, Number(values.errors))) process.stdout.write(`${line}\n`)

/** Statements with offsets in the document's text instead of the paragraph's. */
function inText(
  paragraphs: readonly { readonly fileStart: number | null }[],
  statements: readonly AttributedStatement[],
): readonly Prediction[] {
  return statements.map(({ stretches, speaker }) => ({
    speaker,
    content: stretches.map(({ paragraph, start, end }) => {
      const offset = paragraphs[paragraph - 1]?.fileStart ?? 0
      return [offset + start, offset + end] as const
    }),
  }))
}

import { basename, resolve } from 'node:path'
import { argv, exit, stderr, stdout } from 'node:process'
import { doubtNames } from '../../src/answers/ask/decide/answerability-features.ts'
import { featureNames, featuresVersion } from '../../src/answers/ask/rank/features/feature-table.ts'
import { forestOf, forestScore } from '../../src/resources/boosted-trees.ts'
import { featuresLine } from '../../src/resources/resources.ts'
import { writeResource } from '../resources/write-resource.ts'
import { answersIt, contestOf, doubtValues, examplesOf, markScored, type QuestionExamples, scored } from './examples.ts'
import { type DecisionExample, fitDecision, fitRanker } from './fit.ts'
import { documentsOf, readQuestionSet } from './question-set.ts'
import { areaUnderCurve, type Judged, refusedShare, thresholdKeeping } from './refusals.ts'
import { type Marks, means } from './score.ts'
import { generationOfSet } from './set-generation.ts'
import { smallSets } from './small-sets.ts'
import { treeLines, weightLines } from './write-model.ts'

// Fits the models of /ask on the questions of a folder and writes them to resources/models/answers/:
//   node dist/bench/answers/train.js FOLDER [--write]
// Every figure that it prints is of documents that the weights in question have not seen (cross-validation over documents).

const folder = argv[2]
if (folder === undefined) {
  stderr.write('usage: node dist/bench/answers/train.js FOLDER [--write]\n')
  exit(2)
}
const print = (line: string) => stdout.write(`${line}\n`)
const maxFolds = 8
/** On documents of other sets the same threshold keeps 92 to 94 % of the right answers: nine tenths over all. */
const keptShare = 0.885

const set = await readQuestionSet(folder)
const made = await generationOfSet(set.paragraphs)
const documents = documentsOf(set)
const answerable = await examplesOf(made, set.answerable, documents)
const unanswerable = await examplesOf(made, set.unanswerable, documents)
// Small corpora as well: the same questions over a few documents at a time, where words are common and rivals few.
const smallDocuments = 3
const small = await smallSets(set, smallDocuments)
const names = [...new Set(answerable.map(({ document }) => document))]
const folds = Math.min(maxFolds, names.length)
const foldOf = new Map(names.map((name, at) => [name, at % folds]))
const inFold = (fold: number) => (one: { readonly document: string }) => foldOf.get(one.document) === fold

const marks: Marks[] = []
const decisions: DecisionExample[] = []
/** Questions for which the rules refuse every candidate, or the right one. */
const refusedByRule: Judged[] = []
for (let fold = 0; fold < folds; fold++) {
  const ranker = fitRanker([...answerable, ...small.answerable].filter((one) => !inFold(fold)(one)))
  const judge = (one: QuestionExamples, hasAnswer: boolean, isSmall: boolean) => {
    const ranked = scored(one, ranker)
    const own = markScored(one, ranked)
    if (hasAnswer && !isSmall) marks.push(own)
    const contest = contestOf(one, ranked)
    const right = contest !== null && hasAnswer && answersIt(one, contest.candidate)
    // A right sentence that a rule refuses is lost whatever the threshold.
    const lost = hasAnswer && own.s1 && !right
    if (!isSmall && (contest === null || lost))
      refusedByRule.push({ answerable: hasAnswer, right: lost, score: Number.NEGATIVE_INFINITY })
    if (contest === null) return
    decisions.push({ document: one.document, isSmall, answerable: hasAnswer, right, values: doubtValues(contest) })
  }
  for (const one of answerable.filter(inFold(fold))) judge(one, true, false)
  for (const one of unanswerable.filter(inFold(fold))) judge(one, false, false)
  for (const one of small.answerable.filter(inFold(fold))) judge(one, true, true)
  for (const one of small.unanswerable.filter(inFold(fold))) judge(one, false, true)
  print(`fold ${fold + 1} of ${folds}: ${JSON.stringify(means(marks))} so far`)
}

/** The decision's score for examples by trees that have not seen their documents. */
function judgedApart(): readonly Judged[] {
  const weighed = Array.from({ length: folds }, (_, fold) => {
    const trees = forestOf(fitDecision(decisions.filter((one) => !inFold(fold)(one))))
    return decisions
      .filter((one) => !one.isSmall && inFold(fold)(one))
      .map(({ answerable, right, values }) => ({ answerable, right, score: forestScore(trees, values) }))
  }).flat()
  return [...weighed, ...refusedByRule]
}
const judged = judgedApart()
const threshold = thresholdKeeping(judged, keptShare)
print(`right sentence first ${means(marks).s1} %, right paragraph first ${means(marks).r1} %`)
print(`area under the curve ${areaUnderCurve(judged).toFixed(3)}`)
for (const kept of [0.95, 0.9, 0.85, 0.8]) {
  print(
    `keeping ${kept * 100} % of the right: ${(100 * refusedShare(judged, thresholdKeeping(judged, kept))).toFixed(1)} % refused`,
  )
}

if (argv.includes('--write')) {
  const sizes = `${set.paragraphs.length} paragraphs, ${set.answerable.length} questions, ${set.unanswerable.length} without an answer`
  const header = [
    featuresLine(featuresVersion),
    `# training set: ${basename(resolve(folder))}, ${sizes}`,
    '# seed: none, nothing is left to chance',
  ]
  const weights = fitRanker([...answerable, ...small.answerable])
  writeResource('models/answers/rank-weights.tsv', [...header, ...weightLines(weights, featureNames)])
  const trees = { trees: fitDecision(decisions), minScore: threshold }
  writeResource('models/answers/decision-trees.tsv', [...header, ...treeLines(trees, doubtNames)])
}

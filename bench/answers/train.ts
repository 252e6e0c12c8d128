import { writeFileSync } from 'node:fs'
import { argv, exit, stderr, stdout } from 'node:process'
import { doubtNames } from '../../src/answers/ask/doubt.ts'
import { featureNames } from '../../src/answers/ask/features.ts'
import { forestOf, forestScore, type Tree, writeTrees } from '../../src/answers/ask/trees.ts'
import { contestOf, doubtValues, examplesOf, markScored, type QuestionExamples, scored } from './examples.ts'
import { type DecisionExample, fitDecision, fitRanker } from './fit.ts'
import { documentsOf, readQuestionSet } from './question-set.ts'
import { areaUnderCurve, type Judged, refusedShare, thresholdKeeping } from './refusals.ts'
import { type Marks, means } from './score.ts'
import { generationOfSet } from './set-generation.ts'
import { smallSets } from './small-sets.ts'

// Fits the weights of /ask on the questions of a folder and writes them to src/answers/ask/model/:
//   node dist/bench/answers/train.js FOLDER [--write]
// Every figure that it prints is of documents that the weights in question have not seen (cross-validation over documents).

const folder = argv[2]
if (folder === undefined) {
  stderr.write('usage: node dist/bench/answers/train.js FOLDER [--write]\n')
  exit(2)
}
const print = (line: string) => stdout.write(`${line}\n`)
const mostFolds = 8
const keptShare = 0.9

const set = await readQuestionSet(folder)
const made = await generationOfSet(set.paragraphs)
const documents = documentsOf(set)
const answerable = examplesOf(made, set.answerable, documents)
const unanswerable = examplesOf(made, set.unanswerable, documents)
// Small corpora as well: the same questions over a few documents at a time, where words are common and rivals few.
const smallDocuments = 3
const small = await smallSets(set, smallDocuments)
const names = [...new Set(answerable.map(({ document }) => document))]
const folds = Math.min(mostFolds, names.length)
const foldOf = new Map(names.map((name, at) => [name, at % folds]))
const inFold = (fold: number) => (one: { readonly document: string }) => foldOf.get(one.document) === fold

const marks: Marks[] = []
const decisions: DecisionExample[] = []
for (let fold = 0; fold < folds; fold++) {
  const trees = fitRanker([...answerable, ...small.answerable].filter((one) => !inFold(fold)(one)))
  const ranker = { paragraph: forestOf(trees.paragraph), sentence: forestOf(trees.sentence) }
  const judge = (one: QuestionExamples, hasAnswer: boolean, isSmall: boolean) => {
    const ranked = scored(one, ranker)
    const own = markScored(one, ranked)
    if (hasAnswer && !isSmall) marks.push(own)
    const contest = contestOf(one, ranked)
    if (contest === null) return
    const right = hasAnswer && own.s1
    decisions.push({ document: one.document, isSmall, answerable: hasAnswer, right, values: doubtValues(contest) })
  }
  for (const one of answerable.filter(inFold(fold))) judge(one, true, false)
  for (const one of unanswerable.filter(inFold(fold))) judge(one, false, false)
  for (const one of small.answerable.filter(inFold(fold))) judge(one, true, true)
  for (const one of small.unanswerable.filter(inFold(fold))) judge(one, false, true)
  print(`fold ${fold + 1} of ${folds}: ${JSON.stringify(means(marks))} so far`)
}

/** The decision's score for examples by trees that have not seen their documents. */
function judgedApart(): readonly (Judged & DecisionExample)[] {
  return Array.from({ length: folds }, (_, fold) => {
    const trees = forestOf(fitDecision(decisions.filter((one) => !inFold(fold)(one))))
    return decisions
      .filter((one) => !one.isSmall && inFold(fold)(one))
      .map((one) => ({ ...one, score: forestScore(trees, one.values) }))
  }).flat()
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

function write(file: string, name: string, trees: readonly Tree[], features: readonly string[], more = ''): void {
  const text = `// Written by bench/answers/train.ts. Do not edit.\n\n/** Trees in the form that \`readTrees\` reads. */\nexport const ${name} = \`\n${writeTrees(trees, features)}\n\`\n${more}`
  writeFileSync(new URL(`../../../src/answers/ask/model/${file}.ts`, import.meta.url), text)
}
if (argv.includes('--write')) {
  const ranker = fitRanker([...answerable, ...small.answerable])
  write('paragraph-trees', 'paragraphTrees', ranker.paragraph, featureNames)
  write('sentence-trees', 'sentenceTrees', ranker.sentence, featureNames)
  const least = `\n/** The least score of an answer: nine tenths of the right answers reach it. */\nexport const leastScore = ${threshold.toPrecision(4)}\n`
  write('decision-trees', 'decisionTrees', fitDecision(decisions), doubtNames, least)
}

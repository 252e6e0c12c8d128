import { basename, resolve } from 'node:path'
import { argv, exit, stderr, stdout } from 'node:process'
import { type Contest, doubtNames } from '../../src/answers/ask/decide/answerability-features.ts'
import { hasTopicAround } from '../../src/answers/ask/decide/evidence/strong-match.ts'
import { logisticScore } from '../../src/answers/ask/decide/logistic-decision.ts'
import { featureNames, featuresVersion } from '../../src/answers/ask/rank/features/feature-table.ts'
import { featuresLine } from '../../src/resources/resources.ts'
import { writeResource } from '../resources/write-resource.ts'
import { readChatSets } from './chat-set.ts'
import {
  answersIt,
  contestsOf,
  doubtValues,
  examplesOf,
  markScored,
  type QuestionExamples,
  type Scored,
  scored,
} from './examples.ts'
import { fitRanker } from './fit.ts'
import { fitLogistic, type LogisticRow } from './logistic.ts'
import { documentsOf, readQuestionSet } from './question-set.ts'
import { areaUnderCurve, type Judged, refusedShare } from './refusals.ts'
import { type Marks, means } from './score.ts'
import { generationOfSet } from './set-generation.ts'
import { logisticLines, weightLines } from './write-model.ts'

// Fits the models of /ask for news on questions as people type them in a chat, and on questions about pages, and writes them:
//   node dist/bench/answers/train-news.js PAGES CHAT… [--write]
// PAGES has the form that train.ts reads, each CHAT folder holds articles/ and questions.jsonl. Every figure that it prints is of events that
// the weights in question have not seen.

const [pages, ...chatFolders] = argv.slice(2).filter((word) => word !== '--write')
if (pages === undefined || chatFolders.length === 0) {
  stderr.write('usage: node dist/bench/answers/train-news.js PAGES CHAT… [--write]\n')
  exit(2)
}
const print = (line: string) => stdout.write(`${line}\n`)
const folds = 4
/** How often a chat question counts for the ranking next to one about pages: chosen among 1, 3 and 6. */
const chatCount = 2
/** Chosen among 3, 10, 30 and 100 by the area under the curve. */
const decay = 30
/** The shares of the questions without an answer that are refused, and for which no answer is shown as sure. */
const refused = { unsure: 0.77, sure: 0.9 }

const set = await readQuestionSet(pages)
const made = await generationOfSet(set.paragraphs)
const pageExamples = await examplesOf(made, set.answerable, documentsOf(set))
const pageUnanswerable = await examplesOf(made, set.unanswerable, documentsOf(set))
/** How many candidates of a question about pages the decision learns from. */
const pageCandidates = 3
/** How much a question about pages counts for the decision, next to one in a chat. */
const pageWeight = 0.02
/** Weights that no chat question has shaped. Half of them keeps the ranking general: real news is not written like any one set. */
const pageRanker = fitRanker(pageExamples)
const withPages = (ranker: Float64Array) => ranker.map((weight, at) => (weight + (pageRanker[at] ?? 0)) / 2)
const chatSets = (await Promise.all(chatFolders.map(readChatSets))).flat()
const chatExamples = async (of: 'answerable' | 'unanswerable') =>
  (await Promise.all(chatSets.map((chat) => examplesOf(chat.made, chat[of], chat.events)))).flat()
const answerable = await chatExamples('answerable')
const unanswerable = await chatExamples('unanswerable')
/** The decision must not depend on the few sizes of these folders. */
const sizeAt = doubtNames.indexOf('size')
const names = [...new Set([...answerable, ...unanswerable, ...pageExamples].map(({ document }) => document))]
const foldOf = new Map(names.map((name, at) => [name, at % folds]))
const forRanker = (chat: readonly QuestionExamples[]) => Array.from({ length: chatCount }, () => chat).flat()

/** The candidates of a question that the decision is learnt from. */
interface Weighed {
  readonly document: string
  readonly answerable: boolean
  readonly rows: readonly (LogisticRow & { readonly hasTopic: boolean })[]
}

/** A candidate as a row: whether it answers, by its features without the size of the folder. */
function rowOf(one: QuestionExamples, contest: Contest & { readonly candidate: Scored }, weight: number): LogisticRow {
  const right = one.question.answers.length > 0 && answersIt(one, contest.candidate)
  return { right, weight, values: doubtValues(contest).map((value, at) => (at === sizeAt ? 0 : value)) }
}

const marks: Marks[] = []
const weighed: Weighed[] = []
for (let fold = 0; fold < folds; fold++) {
  const isInFold = ({ document }: { readonly document: string }) => foldOf.get(document) === fold
  const others = (all: readonly QuestionExamples[]) => all.filter((one) => !isInFold(one))
  const ranker = withPages(fitRanker([...pageExamples, ...forRanker(others(answerable))]))
  for (const one of [...answerable, ...unanswerable].filter(isInFold)) {
    const hasAnswer = one.question.answers.length > 0
    const ranked = scored(one, ranker)
    if (hasAnswer) marks.push(markScored(one, ranked))
    const rows = contestsOf(one, ranked).map((contest) => ({
      ...rowOf(one, contest, 1),
      hasTopic: hasTopicAround(one.asked, contest.candidate),
    }))
    weighed.push({ document: one.document, answerable: hasAnswer, rows })
  }
}
/** Questions about pages, by weights that have seen them. */
const ofPages = [...pageExamples, ...pageUnanswerable].flatMap((one) =>
  contestsOf(one, scored(one, pageRanker), pageCandidates).map((contest) => rowOf(one, contest, pageWeight)),
)
/** Each question, judged by its best candidate as in /ask. */
const judged = Array.from({ length: folds }, (_, fold): readonly Judged[] => {
  const isInFold = ({ document }: Weighed) => foldOf.get(document) === fold
  const seen = weighed.filter((one) => !isInFold(one)).flatMap(({ rows }) => rows)
  const model = { ...fitLogistic([...seen, ...ofPages], decay), minUnsure: 0, minSure: 0 }
  return weighed.filter(isInFold).map(({ answerable: has, rows }) => {
    const none: Judged = { answerable: has, right: false, score: Number.NEGATIVE_INFINITY }
    return rows
      .filter(({ hasTopic }) => hasTopic)
      .map(({ right, values }): Judged => ({ answerable: has, right, score: logisticScore(model, values) }))
      .reduce((best, other) => (other.score > best.score ? other : best), none)
  })
}).flat()

/** The score that all but a share of the questions without an answer stay below. */
function thresholdRefusing(share: number): number {
  const scores = judged.filter(({ answerable: has }) => !has).map(({ score }) => score)
  return scores.toSorted((a, b) => a - b)[Math.ceil(share * scores.length)] ?? 0
}
const [minUnsure, minSure] = [thresholdRefusing(refused.unsure), thresholdRefusing(refused.sure)]
const all = judged.filter(({ answerable: has }) => has)
print(`right sentence first ${means(marks).s1} %, among three ${means(marks).s3} %`)
print(`area under the curve ${areaUnderCurve(judged).toFixed(3)}`)
for (const [name, least] of [
  ['sure', minSure],
  ['sure or unsure', minUnsure],
] as const) {
  const shown = all.filter(({ score }) => score >= least)
  const share = (some: number) => ((100 * some) / all.length).toFixed(1)
  const right = shown.filter((one) => one.right).length
  print(
    `${name} (from ${least.toFixed(2)}): ${share(right)} % right, ${share(shown.length - right)} % wrong, ${(100 * refusedShare(judged, least)).toFixed(1)} % of the unanswerable refused`,
  )
}

if (argv.includes('--write')) {
  const header = [
    featuresLine(featuresVersion),
    `# training set: ${[pages, ...chatFolders].map((one) => basename(resolve(one))).join(', ')}; ${answerable.length} chat questions, ${unanswerable.length} without an answer`,
    '# seed: none, nothing is left to chance',
  ]
  const weights = withPages(fitRanker([...pageExamples, ...forRanker(answerable)]))
  writeResource('models/answers/news-rank-weights.tsv', [...header, ...weightLines(weights, featureNames)])
  const model = { ...fitLogistic([...weighed.flatMap(({ rows }) => rows), ...ofPages], decay), minUnsure, minSure }
  writeResource('models/answers/news-decision.tsv', [...header, ...logisticLines(model, doubtNames)])
}

import { argv, cpuUsage, exit, stderr, stdout } from 'node:process'
import type { Item, TextItem } from '../../src/answers/answer/item.ts'
import { ask } from '../../src/answers/ask/ask.ts'
import { decisionModel } from '../../src/answers/ask/decide/decision-model.ts'
import { weigh } from '../../src/answers/ask/weigh.ts'
import { buildPlainSearch } from './plain-search.ts'
import { readUnseen, type SetQuestion } from './question-set.ts'
import { areaUnderCurve, type Judged, refusedShare, thresholdKeeping } from './refusals.ts'
import { type Marks, mark, means, type Shown } from './score.ts'
import { generationOfSet } from './set-generation.ts'

const folder = argv[2]
if (folder === undefined) {
  stderr.write(
    'usage: npm run bench -- answers FOLDER [--unseen TRAINED_FOLDER] (with paragraphs.jsonl and questions*.jsonl)\n',
  )
  exit(2)
}

const print = (line: string) => stdout.write(`${line}\n`)
const set = await readUnseen(folder, argv[3] === '--unseen' ? argv[4] : undefined)
const { generation, paragraphIds } = await generationOfSet(set.paragraphs)
const passageIds = generation.passages.map(
  ({ article, paragraph }) => paragraphIds.get(`${article.file}#${paragraph.number}`) ?? '',
)
print(
  `${generation.passages.length} paragraphs, ${set.answerable.length} questions, ${set.unanswerable.length} without an answer`,
)

/** The CPU milliseconds that `work` takes a question. */
async function cpuOf(questions: readonly SetQuestion[], work: (question: string) => unknown): Promise<number> {
  const before = cpuUsage()
  for (const { question } of questions) await work(question)
  const { user, system } = cpuUsage(before)
  return (user + system) / 1000 / Math.max(1, questions.length)
}

/** The least CPU of two engines over several rounds, by turns, so that neither has the quieter machine; the first round warms both. */
async function timesOf(
  first: (question: string) => unknown,
  second: (question: string) => unknown,
): Promise<readonly [number, number]> {
  const rounds: (readonly [number, number])[] = []
  for (let round = 0; round < 6; round++) {
    rounds.push([await cpuOf(set.answerable, first), await cpuOf(set.answerable, second)])
  }
  const least = (at: 0 | 1) => Math.min(...rounds.slice(1).map((round) => round[at]))
  return [least(0), least(1)]
}

const plain = buildPlainSearch(generation)
const [searchTime, askTime] = await timesOf(
  (question) => plain.search(question),
  (question) => ask(generation, question),
)
const searches = set.answerable.map(({ question }) => plain.search(question))
const asked = await Promise.all(set.answerable.map(({ question }) => ask(generation, question)))

const shownOf = ({ snippet: { citation, text } }: TextItem): Shown => ({
  paragraphId: paragraphIds.get(`${citation.file}#${citation.paragraph}`) ?? '',
  text,
})
const isText = (item: Item): item is TextItem => item.kind !== 'metadata'

function row(name: string, all: readonly Marks[], ms: number): void {
  const { r1, r3, r5, reciprocal, s1, s3 } = means(all)
  print([name.padEnd(12), r1, r3, r5, reciprocal, s1, s3, ms.toFixed(2)].join('\t'))
}
print(['engine'.padEnd(12), 'R@1', 'R@3', 'R@5', 'MRR', 's@1', 's@3', 'CPU ms'].join('\t'))
const plainMarks = set.answerable.map((question, at) => {
  const keys = searches[at] ?? []
  const shown = keys
    .slice(0, 3)
    .map((key) => ({ paragraphId: passageIds[key] ?? '', text: plain.bestSentence(question.question, key) }))
  return mark(
    question,
    shown,
    keys.map((key) => passageIds[key] ?? ''),
  )
})
row('MiniSearch', plainMarks, searchTime)
const shownItems = asked.map((answer) =>
  (answer.status === 'answered' ? answer.items.filter(isText) : answer.status === 'about' ? [] : answer.nearest).map(
    shownOf,
  ),
)
const marks = set.answerable.map((question, at) => {
  const shown = shownItems[at] ?? []
  return mark(
    question,
    shown,
    shown.map(({ paragraphId }) => paragraphId),
  )
})
row('ask', marks, askTime)
print(`ask takes ${(askTime / searchTime).toFixed(1)} times the CPU of that search`)

const scoresOf = (questions: readonly SetQuestion[]) =>
  Promise.all(questions.map(async ({ question }) => (await weigh(generation, question)).score))
/** The decision's score for each question, and what would have been right. */
const judged: readonly Judged[] = [
  ...(await scoresOf(set.answerable)).map((score, at) => ({
    score,
    answerable: true,
    right: marks[at]?.s1 === true,
  })),
  ...(await scoresOf(set.unanswerable)).map((score) => ({ score, answerable: false, right: false })),
]
const percent = (share: number) => `${(100 * share).toFixed(1)} %`
if (set.unanswerable.length > 0) {
  print(`no answer: area under the curve ${areaUnderCurve(judged).toFixed(3)}`)
  for (const kept of [0.95, 0.9, 0.85, 0.8]) {
    print(
      `  keeping ${percent(kept)} of the right answers: ${percent(refusedShare(judged, thresholdKeeping(judged, kept)))} refused`,
    )
  }
}
const right = judged.filter((one) => one.right)
const { minScore } = decisionModel()
const kept = right.filter(({ score }) => score >= minScore).length / Math.max(1, right.length)
print(
  `as shipped: ${percent(kept)} of the right answers kept, ${percent(refusedShare(judged, minScore))} of the unanswerable refused`,
)

import { doubtNames } from '../../src/answers/ask/doubt.ts'
import type { Tree } from '../../src/answers/ask/trees.ts'
import { type BoostOptions, boost, logisticLoss, rankingLoss } from './boost.ts'
import { type QuestionExamples, rowsOf } from './examples.ts'

const paragraphOptions: BoostOptions = { trees: 120, levels: 5, rate: 0.1, smoothing: 5 }
const sentenceOptions: BoostOptions = { trees: 120, levels: 4, rate: 0.1, smoothing: 5 }
const decisionOptions: BoostOptions = { trees: 120, levels: 4, rate: 0.06, smoothing: 10 }

/** The trees of the two parts of a ranker. */
export interface TrainedRanker {
  readonly paragraph: readonly Tree[]
  readonly sentence: readonly Tree[]
}

/** As many of a question's likeliest candidates as the ranker learns from; the right one is always among them. */
const mostExamples = 22

/** Fits the two parts of the ranker: the right paragraph among all, the right sentence within the right paragraph. */
export function fitRanker(all: readonly QuestionExamples[]): TrainedRanker {
  const cut = all.map(({ examples }) =>
    examples.filter(({ rightParagraph }, at) => at < mostExamples || rightParagraph),
  )
  const paragraphRows = rowsOf(cut, ({ rightParagraph }) => Number(rightParagraph))
  const within = all.map(({ examples }) => examples.filter(({ rightParagraph }) => rightParagraph))
  const sentenceRows = rowsOf(within, ({ holdsAnswer }) => Number(holdsAnswer))
  return {
    paragraph: boost(paragraphRows, rankingLoss(paragraphRows), paragraphOptions),
    sentence: boost(sentenceRows, rankingLoss(sentenceRows), sentenceOptions),
  }
}

/** A best candidate as the decision sees it, and whether it answers. */
export interface DecisionExample {
  readonly document: string
  /** Whether it was asked of a small corpus. */
  readonly isSmall: boolean
  readonly answerable: boolean
  readonly right: boolean
  readonly values: Float64Array
}

/** Fits the decision whether the best candidate answers. */
export function fitDecision(examples: readonly DecisionExample[]): readonly Tree[] {
  const width = doubtNames.length
  const values = new Float32Array(examples.length * width)
  examples.forEach((example, row) => {
    values.set(example.values, row * width)
  })
  const rows = {
    width,
    values,
    gains: Float32Array.from(examples, ({ right }) => Number(right)),
    groups: [0, examples.length],
  }
  return boost(rows, logisticLoss(rows), decisionOptions)
}

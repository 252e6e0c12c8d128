import { doubtNames } from '../../src/answers/ask/decide/answerability-features.ts'
import type { Tree } from '../../src/resources/boosted-trees.ts'
import { type BoostOptions, boost, logisticLoss } from './boost.ts'
import { type QuestionExamples, rowsOf } from './examples.ts'
import { fitChoice } from './linear.ts'

const decisionOptions: BoostOptions = { trees: 120, levels: 4, rate: 0.06, smoothing: 10 }

/** How much the weights may grow: chosen by cross-validation among 0.0005, 0.002 and 0.008. */
const decay = 0.002
/** How much being the right sentence counts next to being of the right paragraph: chosen among 0.5, 0.7, 1 and 1.3. */
const sentenceShare = 0.7

/**
 * Fits the weights of the ranking's features: those by which the right paragraph comes first among all, and those by which the
 * right sentence does within the right paragraph, added up.
 */
export function fitRanker(all: readonly QuestionExamples[]): Float64Array {
  const paragraphRows = rowsOf(
    all.map(({ examples }) => examples),
    ({ rightParagraph }) => Number(rightParagraph),
  )
  const sentenceRows = rowsOf(
    all.map(({ examples }) => examples.filter(({ rightParagraph }) => rightParagraph)),
    ({ holdsAnswer }) => Number(holdsAnswer),
  )
  const paragraph = fitChoice(paragraphRows, decay)
  const sentence = fitChoice(sentenceRows, decay)
  return paragraph.map((weight, at) => weight + sentenceShare * (sentence[at] ?? 0))
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

import { weighCandidates } from '../../src/reading/statements/acceptance/accept.ts'
import { acceptanceFeatures, acceptanceNames } from '../../src/reading/statements/acceptance/acceptance-features.ts'
import type { ReportedCandidate } from '../../src/reading/statements/acceptance/reported-candidate.ts'
import { attributeQuotations } from '../../src/reading/statements/attribute-quotations.ts'
import type { Classifiers } from '../../src/reading/statements/model/classifiers.ts'
import { calibrated } from '../../src/reading/statements/read-quotations.ts'
import { reportedCandidates } from '../../src/reading/statements/read-statements.ts'
import type { ReportedModels } from '../../src/reading/statements/reported/read-reported.ts'
import type { Quotation } from '../../src/reading/statements/spans/quotation.ts'
import { forestOf, type Tree } from '../../src/resources/boosted-trees.ts'
import { boost, logisticLoss } from '../answers/boost.ts'
import { type Annotated, countCues, examplesOf } from './examples.ts'
import { dequantised, learnModels } from './learn.ts'
import { isRightSpeaker, minOverlap, overlapOf, wordsOf } from './score-contents.ts'

/** Chosen by the recall at a precision of 80 % in five-fold cross-validation on the tuning half. */
const boostOptions = { trees: 120, levels: 4, rate: 0.08, smoothing: 5 }

/** An annotated document, read with models that were trained on others. */
export interface Held {
  readonly annotated: Annotated
  readonly classifiers: Classifiers
  readonly reported: ReportedModels
}

/** The three models of reported speech for each of `folds` parts, trained on the documents of the others. */
export function crossTrainedReported(annotated: readonly Annotated[], folds: number): readonly ReportedModels[] {
  return Array.from({ length: folds }, (_, fold) =>
    trainReported(annotated.filter((_one, index) => index % folds !== fold)),
  )
}

/** Trains the models of reported speech, with weights rounded as in the file. */
export function trainReported(annotated: readonly Annotated[]): ReportedModels {
  const counts = countCues(annotated)
  const { cue, content, source } = learnModels(annotated.map((one) => examplesOf(one, counts)))
  return { cue: dequantised(cue), content: dequantised(content), source: dequantised(source) }
}

/** The candidates of a document with their features and whether they are right. */
export interface AcceptanceExamples {
  readonly candidates: readonly ReportedCandidate[]
  readonly quotations: readonly Quotation[]
  readonly rows: readonly {
    readonly values: Float64Array
    readonly isRight: boolean
    readonly candidate: ReportedCandidate
  }[]
}

export function acceptanceExamples({ annotated, classifiers, reported }: Held): AcceptanceExamples {
  const { document, gold } = annotated
  const quotations = attributeQuotations(document, classifiers).map(calibrated)
  const candidates = reportedCandidates(document, quotations, { classifiers, reported })
  const features = acceptanceFeatures(candidates, quotations)
  const known = gold.attributions.map((one) => ({ ...one, words: wordsOf(gold.text, one.content) }))
  const isRight = ({ stretches, speaker }: ReportedCandidate): boolean => {
    const offsets = stretches.map(({ paragraph, start, end }) => {
      const offset = document.frames.find((frame) => frame.paragraph.number === paragraph)?.paragraph.fileStart ?? 0
      return [offset + start, offset + end] as const
    })
    const words = wordsOf(gold.text, offsets)
    let best = minOverlap
    let right = false
    for (const one of known) {
      const overlap = overlapOf(words, one.words)
      if (overlap < best) continue
      best = overlap
      right = one.speakerType !== 'named' || isRightSpeaker(one.speakerHead, speaker)
    }
    return right
  }
  const rows = candidates.map((candidate) => ({
    candidate,
    values: features.get(candidate) ?? new Float64Array(),
    isRight: isRight(candidate),
  }))
  return { candidates, quotations, rows }
}

function growTrees(rows: readonly AcceptanceExamples['rows'][number][]): Tree[] {
  const values = new Float32Array(rows.length * acceptanceNames.length)
  rows.forEach((row, at) => {
    values.set(row.values, at * acceptanceNames.length)
  })
  const gains = Float32Array.from(rows, (row) => (row.isRight ? 1 : 0))
  const table = { width: acceptanceNames.length, values, gains, groups: [0, rows.length] }
  return boost(table, logisticLoss(table), boostOptions)
}

/** Trains the trees twice: on all candidates, then on those that remain when the likeliest reading of the same words is kept. */
export function trainAcceptance(examples: readonly AcceptanceExamples[]): readonly Tree[] {
  const first = forestOf(growTrees(examples.flatMap(({ rows }) => rows)))
  const kept = examples.flatMap(({ candidates, quotations, rows }) => {
    const best = new Set(weighCandidates(candidates, quotations, first).map(({ candidate }) => candidate))
    return rows.filter(({ candidate }) => best.has(candidate))
  })
  return growTrees(kept)
}

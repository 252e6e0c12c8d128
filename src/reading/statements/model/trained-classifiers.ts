import { type ResourceName, readModel } from '../../../resources/resources.ts'
import type { SpeakerQuestion } from '../candidates/speaker-candidates.ts'
import type { Mention } from '../entities/mentions.ts'
import type { Classifiers } from './classifiers.ts'
import { indexOfGreatest, parseWeights, probabilities, type Weights } from './log-linear-model.ts'

/**
 * The version of the models' features. Increase it when a feature is renamed or changes meaning: models trained on other features
 * are then rejected.
 */
export const featuresVersion = 1

/** The weights of the three log-linear models. */
export interface Models {
  readonly words: Weights
  readonly speakers: Weights
  readonly pronouns: Weights
}

/** Classifiers with trained weights. */
export function classifiersOf({ words, speakers, pronouns }: Models): Classifiers {
  return {
    speechProbability: (_span, features) => probabilities(words, [features, []])[0] ?? 0,
    speaker(question, features) {
      const all = probabilities(speakers, features)
      const plain = plainSubject(question)
      if (plain >= 0) return { index: plain, probability: Math.max(all[plain] ?? 0, plainProbability) }
      const index = indexOfGreatest(all)
      // The last candidate is "nobody the article names".
      if (index === question.candidates.length) return { index: -1, probability: all[index] ?? 0 }
      return { index, probability: shareOf(question, all, index) }
    },
    pronoun(_question, features) {
      const all = probabilities(pronouns, features)
      const index = indexOfGreatest(all)
      return { index, probability: all[index] ?? 0 }
    },
  }
}

/** The minimum probability of a plain subject: the share of such speakers that are correct in the training articles. */
const plainProbability = 0.9

/**
 * The candidate that needs no model: the one who signs the quotation, the name of a parallel clause (Lima called it “a triumph,” Costa “a
 * farce”), or the one in "… while Jonas Bright warned that “…”": a name directly before a verb of speech that leads to the quotation.
 * This is grammatically unambiguous, whatever favours another name of the sentence; "in the words of Bright" likewise. -1 if there is no
 * such name.
 */
function plainSubject({ candidates, proposals }: SpeakerQuestion): number {
  const [first] = proposals
  const signed = proposals.find(({ rule }) => rule === 'signature')
  if (signed !== undefined && (first === signed || first?.strength === undefined))
    return indexOf(candidates, signed.mention)
  if (first?.rule === 'same-sentence' && first.strength !== undefined) return indexOf(candidates, first.mention)
  if (first?.rule !== 'cue-before' || first.strength !== 'speech' || first.mention.kind !== 'name') return -1
  const { from, to } = first.mention
  const isPlain = to === first.cue || from === first.cue + 2
  return isPlain ? indexOf(candidates, first.mention) : -1
}

const indexOf = (candidates: readonly Mention[], { frame, head }: Mention): number =>
  candidates.findIndex((one) => one.frame === frame && one.head === head)

/** Mentions of one person support each other: the total probability of a mention and all others of its entity. */
function shareOf(question: SpeakerQuestion, all: readonly number[], chosen: number): number {
  const entity = question.candidates[chosen]?.entity ?? null
  let share = 0
  for (const [index, mention] of question.candidates.entries()) {
    if (index === chosen || (entity !== null && mention.entity === entity)) share += all[index] ?? 0
  }
  return share
}

const weightsIn = (file: ResourceName): Weights => parseWeights(readModel(file, featuresVersion))

let trained: Classifiers | null = null

/** The classifiers with the shipped weights, loaded on first use. */
export function trainedClassifiers(): Classifiers {
  trained ??= classifiersOf({
    words: weightsIn('models/quotations/words.tsv'),
    speakers: weightsIn('models/quotations/speakers.tsv'),
    pronouns: weightsIn('models/quotations/pronouns.tsv'),
  })
  return trained
}

/** Maps the models' probability to the share of correct speakers (Platt 1999): sigmoid(slope * logit(p) + offset). */
export interface Calibration {
  readonly slope: number
  readonly offset: number
}

let calibration: Calibration | null = null

/** The calibration of the shipped weights, loaded on first use. */
export function trainedCalibration(): Calibration {
  if (calibration === null) {
    const fitted = weightsIn('models/quotations/calibration.tsv')
    calibration = { slope: fitted.get('slope') ?? 1, offset: fitted.get('offset') ?? 0 }
  }
  return calibration
}

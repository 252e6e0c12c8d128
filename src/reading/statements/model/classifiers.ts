import type { PronounQuestion } from '../candidates/pronoun-candidates.ts'
import type { SpeakerQuestion } from '../candidates/speaker-candidates.ts'

/** A quoted span: the index of its paragraph in the article, and its index among the spans of that paragraph. */
export interface SpanReference {
  readonly frame: number
  readonly span: number
}

/** A decision: the index of the chosen candidate, or -1 for none, and its probability, 0 to 1. */
export interface Decision {
  readonly index: number
  readonly probability: number
}

/** The classifiers that decide who speaks. The product uses trained weights; the training script uses the correct answers. */
export interface Classifiers {
  /** The probability that a quoted span is speech, 0 to 1. */
  speechProbability(span: SpanReference, features: readonly string[]): number
  speaker(question: SpeakerQuestion, features: readonly (readonly string[])[]): Decision
  pronoun(question: PronounQuestion, features: readonly (readonly string[])[]): Decision
}

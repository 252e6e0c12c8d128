import type { PronounQuestion } from '../candidates/pronoun-candidates.ts'
import type { SpeakerQuestion } from '../candidates/speaker-candidates.ts'

/** A span between quotation marks: the index of its paragraph in the article, and its place among the spans of that paragraph. */
export interface SpanReference {
  readonly frame: number
  readonly span: number
}

/** A decision: the index of the chosen candidate, -1 for none of them, and how probable it is, 0 to 1. */
export interface Decision {
  readonly index: number
  readonly probability: number
}

/** What decides who speaks. The product decides by trained weights; the training script by the right answers. */
export interface Classifiers {
  /** How probable it is that the words between quotation marks are someone's words, 0 to 1. */
  speechProbability(span: SpanReference, features: readonly string[]): number
  speaker(question: SpeakerQuestion, features: readonly (readonly string[])[]): Decision
  pronoun(question: PronounQuestion, features: readonly (readonly string[])[]): Decision
}

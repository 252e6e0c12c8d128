import type { PronounQuestion } from '../candidates/pronoun-candidates.ts'
import type { SpeakerQuestion } from '../candidates/speaker-candidates.ts'

/** A marked stretch: its frame's index in the article, and its place among the frame's spans. */
export interface MarkedStretch {
  readonly frame: number
  readonly span: number
}

/** A decision: the index of the chosen candidate, -1 for none of them, and how probable it is, 0 to 1. */
export interface Decision {
  readonly index: number
  readonly probability: number
}

/** What decides who speaks. The product decides by trained weights; the training script by the right answers. */
export interface Judges {
  /** How probable it is that a marked stretch is someone's words, 0 to 1. */
  words(stretch: MarkedStretch, features: readonly string[]): number
  speaker(question: SpeakerQuestion, features: readonly (readonly string[])[]): Decision
  pronoun(question: PronounQuestion, features: readonly (readonly string[])[]): Decision
}

import type { Range } from '../../../language/text/range.ts'

/** How a speaker was found, most reliable first. */
export type AttributionRule =
  | 'cue-after'
  | 'cue-before'
  | 'colon'
  | 'signature'
  | 'same-sentence'
  | 'same-paragraph'
  | 'continued'
  | 'stand-alone'
  | 'none'

/** A stretch of a paragraph. Offsets in its text. */
export interface Place extends Range {
  /** The paragraph's number in its article. */
  readonly paragraph: number
}

/** What somebody says, as words of one paragraph. */
export interface Content extends Place {
  readonly text: string
  /** The full name as the article gives it, or null if unclear. */
  readonly speaker: string | null
  /** The office or role next to the name, as worded in the article, or null. */
  readonly role: string | null
  /** The word or phrase that marks speech ("said", "made it clear"), or null. */
  readonly cue: string | null
  /** Confidence of the attribution, 0 to 1. */
  readonly confidence: number
  /** The mention of the speaker, or null. */
  readonly mention: Place | null
}

/** A quoted span of one paragraph, without its marks, and its speaker. */
export interface Quotation extends Content {
  /** `direct`: at least a whole sentence; `partial`: a few words inside the article's own sentence. */
  readonly kind: 'direct' | 'partial'
  /** Pieces of one utterance (split by its cue, or continued in the next paragraph) share a number within the article. */
  readonly group: number
  readonly rule: AttributionRule
}

import type { Range } from '../../../language/text/range.ts'

/** How a speaker was found, from the surest to the least sure. */
export type AttributionRule =
  | 'cue-after'
  | 'cue-before'
  | 'colon'
  | 'same-sentence'
  | 'same-paragraph'
  | 'continued'
  | 'stand-alone'
  | 'none'

/** A quoted stretch of one paragraph, without its marks, and who is said to have said it. */
export interface Quotation {
  /** The paragraph's number in its article. */
  readonly paragraph: number
  /** Offsets of the quoted words, marks excluded, in the paragraph's text. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** `direct`: a whole sentence or more; `partial`: a few words built into the article's own sentence. */
  readonly kind: 'direct' | 'partial'
  /** Pieces of one utterance (split by its cue, or continued in the next paragraph) share a number within the article. */
  readonly group: number
  /** The full name as the article gives it, or null if it is unclear. */
  readonly speaker: string | null
  /** The office or role as the article words it next to the name, or null. */
  readonly role: string | null
  /** The word that marks speech ("said"), or null. */
  readonly cue: string | null
  readonly rule: AttributionRule
  /** Where the speaker is mentioned: paragraph number and offsets, or null. */
  readonly mention: (Range & { readonly paragraph: number }) | null
  /** 0 to 1: how sure the attribution is. */
  readonly confidence: number
}

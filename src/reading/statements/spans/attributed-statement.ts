import type { Place, Quotation } from './quotation.ts'

/**
 * How the article gives a statement: in quotation marks (`quoted`), in its own words with a quoted part (`mixed`), or in its
 * own words (`reported`).
 */
export type StatementForm = 'quoted' | 'mixed' | 'reported'

/** Whether the article says that the words were said, that they were not ("did not say that …"), or that they are a question ("asked whether …"). */
export type StatementForce = 'asserted' | 'denied' | 'asked'

/** An unbroken part of a statement's content, without cue and source. */
export type Stretch = Place

/** What an article says that somebody said. */
export interface AttributedStatement {
  readonly form: StatementForm
  readonly force: StatementForce
  /** The parts of its content, at least one, in reading order. */
  readonly stretches: readonly [Stretch, ...Stretch[]]
  /** The full name or the office as the article gives it, or null if unclear. */
  readonly speaker: string | null
  /** The speaker's office or role as worded in the article, or null. */
  readonly role: string | null
  /** The words that name the source in this sentence, as the article gives them ("a spokesman"), or null. */
  readonly source: string | null
  /** The place of the source's words, or for a quotation of the mention of its speaker; null if there is none. */
  readonly mention: Place | null
  /** The word or phrase that attributes the content: "said", "made it clear"; null for a quotation without one. */
  readonly cue: string | null
  /** The probability that content and speaker are right, 0 to 1. */
  readonly confidence: number
  /** The quotations that it consists of, or that are inside it. */
  readonly quotations: readonly Quotation[]
}

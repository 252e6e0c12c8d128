import type { Generation } from '../../../../library/generation/generation.ts'
import type { NothingFoundReason } from '../../../answer/answer.ts'
import { originalWording } from '../../question/original-wording.ts'
import type { Question } from '../../question/parse-question.ts'
import type { Ranked } from '../../rank/rank.ts'
import type { TextStyle } from '../../rank/text-style.ts'

/** A candidate for a question. */
export interface RuleInput {
  readonly generation: Generation
  readonly question: Question
  readonly ranked: Ranked
}

/** A rule that rejects some candidates, however strong the other evidence is. */
export interface Rule {
  readonly name: string
  /** The only text style that the rule applies to; if absent, it applies to all. */
  readonly only?: TextStyle
  /** Why a candidate cannot answer, or null. */
  readonly refuses: (one: RuleInput) => NothingFoundReason | null
}

/** The reason why names are missing: they are in no text at all, or not near the other words of the question. */
export function nameless(question: Question, absent: readonly number[]): NothingFoundReason {
  const unknown = absent.filter((asked) => question.terms[asked]?.known === false)
  return unknown.length > 0
    ? { code: 'unknown-words', words: originalWording(question, unknown) }
    : { code: 'name-absent', words: originalWording(question, absent) }
}

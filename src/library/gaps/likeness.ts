import { normalise } from '../../language/tokens/normalise.ts'
import { terms } from '../../language/tokens/terms.ts'
import type { GapCall } from './gap-record.ts'

/** What a question is about: its command, and the terms of what was typed. */
export interface QuestionTerms {
  readonly command: string
  readonly terms: ReadonlySet<string>
}

/** Questions are similar if they share at least this part of all their terms. */
const minShare = 0.5
const digit = /\d/

/** What a call is about. */
export function questionTerms({ command, options }: GapCall): QuestionTerms {
  const text = Object.values(options).join(' ')
  const found = new Set(terms(text).map(({ term }) => term))
  // A question of function words alone is only similar to the very same question.
  return { command, terms: found.size > 0 ? found : new Set([normalise(text)]) }
}

/** The part of all terms of two questions that both have, 0 to 1 (Jaccard); 0 if they have different numbers or commands. */
export function likeness(a: QuestionTerms, b: QuestionTerms): number {
  const common = [...a.terms].filter((term) => b.terms.has(term))
  const numbers = ({ terms: all }: QuestionTerms) => [...all].filter((term) => digit.test(term)).length
  const sameNumbers = common.filter((term) => digit.test(term)).length
  if (a.command !== b.command || numbers(a) !== sameNumbers || numbers(b) !== sameNumbers) return 0
  return common.length / (a.terms.size + b.terms.size - common.length)
}

/** Whether two questions with this likeness are similar. */
export function isAlike(share: number): boolean {
  return share >= minShare
}

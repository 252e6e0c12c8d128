import { normalise } from '../../language/tokens/normalise.ts'
import { terms } from '../../language/tokens/terms.ts'

/** What a question is about: its command, and the terms of its words. */
export interface QuestionTerms {
  readonly command: string
  readonly terms: ReadonlySet<string>
}

/** Questions that share at least this part of all their terms ask alike: more than not. */
const minShare = 0.5
const commandLine = /^\/(\S+)\s+(.*)$/su
const digit = /\d/

/** Reads a question as it is typed on the console: `/facts ferry`, or a line without a command. */
export function questionTerms(line: string): QuestionTerms {
  const [, command = 'ask', text = line] = commandLine.exec(line) ?? []
  const found = new Set(terms(text).map(({ term }) => term))
  // A question of function words alone is like the very same one only.
  return { command, terms: found.size > 0 ? found : new Set([normalise(text)]) }
}

/** The part of all terms of two questions that both have, 0 to 1 (Jaccard); 0 if they name different numbers or ask in different ways. */
export function likeness(a: QuestionTerms, b: QuestionTerms): number {
  const common = [...a.terms].filter((term) => b.terms.has(term))
  const numbers = ({ terms: all }: QuestionTerms) => [...all].filter((term) => digit.test(term)).length
  const sameNumbers = common.filter((term) => digit.test(term)).length
  if (a.command !== b.command || numbers(a) !== sameNumbers || numbers(b) !== sameNumbers) return 0
  return common.length / (a.terms.size + b.terms.size - common.length)
}

/** Whether two questions ask alike. */
export function isAlike(share: number): boolean {
  return share >= minShare
}

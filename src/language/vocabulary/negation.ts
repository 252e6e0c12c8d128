import { negationWords, negativePronouns } from './function-words.ts'

const contraction = /n['\u2019]t$/u

/** Whether a lower-case word negates the word next to it: "not", "never", "isn't". */
export function isNegationWord(lower: string): boolean {
  return negationWords.has(lower) || negativePronouns.has(lower) || contraction.test(lower)
}

/** Regex source that matches a negating word, or one of the alternatives in `more`. */
export function negationSource(more: readonly string[]): string {
  return String.raw`\b(?:${[...more, ...negationWords].join('|')})\b|n['\u2019]t\b`
}

import { negationWords, negativePronouns } from './function-words.ts'

const contraction = /n['\u2019]t$/u

/** Whether a word in lower case negates what it is beside: "not", "never", "isn't". */
export function isNegationWord(lower: string): boolean {
  return negationWords.has(lower) || negativePronouns.has(lower) || contraction.test(lower)
}

/** A pattern's source for a word that negates, or one of `more`, which are alternatives of a pattern. */
export function negationSource(more: readonly string[]): string {
  return String.raw`\b(?:${[...more, ...negationWords].join('|')})\b|n['\u2019]t\b`
}

import type { Sentence } from '../../language/analysis/sentence.ts'
import { words } from '../../language/tokens/words.ts'
import { cueStrength } from '../../reading/statements/lexicon/speech-verbs.ts'

const pronoun = /^["'\u201c\u2018]?(?:he|she|they|it|the|his|her|their)\b/iu

const passive = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being'])
/** How many words may be between a speaker and the verb of speech. */
const reach = 3

/**
 * Whether a sentence says that a speaker spoke: the name next to a verb of speech ("Lund denied that …", "according to Lund" is not
 * looked for), or "he", "she" or "the …" at its beginning if a sentence before it has the name.
 */
export function reportsSpeechOf(speaker: string, { text }: Sentence, before: readonly Sentence[]): boolean {
  const last = words(speaker).at(-1)?.folded
  const own = words(text)
  const isName = (at: number) => own[at]?.folded === last
  const isReferred =
    pronoun.test(text) && before.some((sentence) => words(sentence.text).some(({ folded }) => folded === last))
  return own.some(({ text: word }, at) => {
    if (cueStrength(word) !== 'speech' || passive.has(own[at - 1]?.folded ?? '')) return false
    if (isReferred && at <= reach) return true
    return own.some((_, other) => isName(other) && Math.abs(other - at) <= reach)
  })
}

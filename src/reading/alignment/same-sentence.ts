import { type Sentence, termSetOf } from '../../language/analysis/sentence.ts'
import { isSameStatement, type Wording } from './compare-wording.ts'

/** A sentence of an article prepared for comparison. Keep the object: results are cached per object. */
export interface DatedSentence extends Wording {
  readonly termSet: ReadonlySet<string>
}

export function datedSentence(sentence: Sentence, date: string | null): DatedSentence {
  return { text: sentence.text, date, sentence, termSet: termSetOf(sentence) }
}

/** Sentences that share less of the shorter one's terms are different in any wording; this skips alignment for most pairs. */
const minShared = 0.5

/** Whether `other` may be cited for the shown sentence: both make the same claim in nearly the same words. */
export function isSameSentence(shown: DatedSentence, other: DatedSentence): boolean {
  const [few, many] = [shown.termSet, other.termSet].sort((a, b) => a.size - b.size)
  if (few === undefined || many === undefined) return false
  let shared = 0
  for (const term of few) if (many.has(term)) shared++
  return shared >= few.size * minShared && isSameStatement(shown, other)
}

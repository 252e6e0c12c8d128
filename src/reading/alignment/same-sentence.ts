import { type Sentence, termSetOf } from '../../language/analysis/sentence.ts'
import { isSameStatement, type Wording } from './compare-wording.ts'

/** A sentence of an article as it is compared with others. Keep it as long as it is: what is read of its text is kept with it. */
export interface DatedSentence extends Wording {
  readonly termSet: ReadonlySet<string>
}

/** A sentence of an article of a date. */
export function datedSentence(sentence: Sentence, date: string | null): DatedSentence {
  return { text: sentence.text, date, sentence, termSet: termSetOf(sentence) }
}

/** Sentences that share less of the terms of the shorter one are two, whatever their words: most pairs need no alignment. */
const minShared = 0.5

/** Whether one sentence may be cited for another, which is the one shown: they claim the same in nearly the same words. */
export function isSameSentence(shown: DatedSentence, other: DatedSentence): boolean {
  const [few, many] = [shown.termSet, other.termSet].sort((a, b) => a.size - b.size)
  if (few === undefined || many === undefined) return false
  let shared = 0
  for (const term of few) if (many.has(term)) shared++
  return shared >= few.size * minShared && isSameStatement(shown, other)
}

import type { Question } from '../question/parse-question.ts'
import { opensWithPronoun } from './anaphora.ts'
import type { Candidate } from './candidate-sentences.ts'
import { matchedByEither, matchedShare } from './term-match.ts'

/** Coverage that includes the two sentences before if the beginning of the sentence depends on them. */
export function resolved(question: Question, { sentence, paragraph, at, match, coverage }: Candidate): number {
  if (at === 0 || !opensWithPronoun(sentence.text)) return coverage
  const before = [paragraph.matches[at - 1], paragraph.matches[at - 2]]
  return matchedShare(
    question,
    before.reduce((sum, one) => matchedByEither(sum, one?.held ?? []), match.held),
  )
}

import type { Sentence } from '../../../../language/analysis/sentence.ts'
import { antonyms } from '../../../../language/vocabulary/related-words.ts'
import { oncePerObject } from '../../../../resources/once-per-key.ts'
import { isNegated } from '../../question/is-negated.ts'
import type { FeatureInput } from './feature-input.ts'

const denies = oncePerObject(({ text }: Sentence): boolean => isNegated(text))

/** 1 if only the question is negated, -1 if only the sentence is, 0 otherwise. */
export function negation({ question, candidate }: FeatureInput): number {
  return Number(question.negated) - Number(denies(candidate.sentence))
}

/** How many terms of the question are missing from a sentence that contains a word of the opposite meaning. */
export function opposites({ question: { terms }, candidate: { match, sentence } }: FeatureInput): number {
  let found = 0
  terms.forEach(({ term, isName }, asked) => {
    if (isName || (match.held[asked] ?? 0) === 1) return
    const contrary = antonyms(term)
    if (contrary.length > 0 && sentence.terms.some((other) => contrary.includes(other.term))) found++
  })
  return found
}

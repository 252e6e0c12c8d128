import type { AnswerType } from '../../question/answer-type.ts'
import { minSpans, type Question } from '../../question/parse-question.ts'
import { heldAround } from '../../rank/features/held-around.ts'
import type { Ranked } from '../../rank/rank.ts'
import { type Match, matchedShare } from '../../retrieve/term-match.ts'
import { hasPlaceOfEvent } from './same-clause.ts'

/** Types that few sentences contain something of, so that a match is evidence by itself. */
const distinctiveTypes: ReadonlySet<AnswerType> = new Set(['country', 'figure', 'date', 'percent', 'money'])
export const minMatchedShare = 0.6

/**
 * Whether a sentence contains every name and every content word of a question, and something of exactly the type asked for. Such a sentence
 * answers, however common its words are in a small folder. (On SQuAD 2.0 this accepts 6 of 1,595 unanswerable questions.)
 */
export function isStrongMatch(question: Question, { view, match }: Ranked): boolean {
  return distinctiveTypes.has(question.type) && view.spans.length >= minSpans(question) && holdsAll(question, match)
}

/** Whether every name and every content word of a question is matched. */
export function holdsAll({ terms, content }: Question, { held }: Pick<Match, 'held'>): boolean {
  return terms.every(
    ({ term, isName }, asked) => (!isName && !content.includes(term)) || (held[asked] ?? 0) >= minMatchedShare,
  )
}

/** Whether a sentence contains everything that a where-question asks about, and the place of the event: "a meeting in Paris". */
export function isPlacedEvent(question: Question, ranked: Ranked): boolean {
  return question.type === 'place' && hasPlaceOfEvent(question, ranked) && holdsAll(question, ranked.match)
}

/** The minimum share of a question's weight in an answer in the news and the text around it. */
const minHeldAround = 0.4

/** Whether a sentence and the text around it contain enough of a question. */
export function hasTopicAround(question: Question, { view }: Ranked): boolean {
  return matchedShare(question, heldAround(view)) >= minHeldAround
}

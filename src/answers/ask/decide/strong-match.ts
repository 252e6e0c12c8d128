import type { AnswerType } from '../question/answer-type.ts'
import { minSpans, type Question } from '../question/parse-question.ts'
import type { Ranked } from '../rank/rank.ts'

/** Types that few sentences contain something of, so that a match is evidence by itself. */
const distinctiveTypes: ReadonlySet<AnswerType> = new Set(['country', 'figure', 'date', 'percent', 'money'])
const minMatchedShare = 0.6

/**
 * Whether a sentence contains every name and every content word of a question, and something of exactly the type asked for. Such a sentence
 * answers, however common its words are in a small folder. (On SQuAD 2.0 this accepts 6 of 1,595 unanswerable questions.)
 */
export function isStrongMatch(question: Question, { view, match }: Ranked): boolean {
  const { type, terms, content } = question
  if (!distinctiveTypes.has(type) || view.spans.length < minSpans(question)) return false
  return terms.every(
    ({ term, isName }, asked) => (!isName && !content.includes(term)) || (match.held[asked] ?? 0) >= minMatchedShare,
  )
}

import type { AnswerType } from '../question/answer-type.ts'
import { minSpans, type Question } from '../question/parse-question.ts'
import type { Ranked } from '../rank/rank.ts'

/** Types that few sentences hold, so that holding one is evidence of its own. */
const distinctiveTypes: ReadonlySet<AnswerType> = new Set(['country', 'figure', 'date', 'percent', 'money'])
const minMatchedShare = 0.6

/**
 * Whether a sentence holds every name and every content word of a question and the very type of thing asked for: it
 * answers, however common its words are in a small folder. (On SQuAD 2.0 this lets 6 of 1,595 unanswerable questions through.)
 */
export function isStrongMatch(question: Question, { view, match }: Ranked): boolean {
  const { type, terms, content } = question
  if (!distinctiveTypes.has(type) || view.spans.length < minSpans(question)) return false
  return terms.every(
    ({ term, isName }, asked) => (!isName && !content.includes(term)) || (match.held[asked] ?? 0) >= minMatchedShare,
  )
}

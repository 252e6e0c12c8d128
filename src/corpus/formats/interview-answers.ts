import { unicodeRegExp } from '../../language/text/unicode-regexp.ts'
import type { Paragraph } from '../article/article.ts'

// In an interview, an answer cannot be understood without its question.

/** The label of a turn, possibly after a time. */
const label = unicodeRegExp(
  String.raw`^(?:\*\*|__)?[[(]?(?:\d{1,2}:\d{2}(?::\d{2})?[\])]?\s+)?(\p{Lu}[\p{L}\p{M}.'\u2019-]{0,30}(?: [\p{L}\p{M}.'\u2019-]{1,30}){0,4})(?: \([^()]{1,40}\))?:(?:\*\*|__)?\s`,
)
const asks = /\?["\u201d\u2019)*_]*$/
const minAnswers = 2

/** The number of the question that each answer answers, by the number of the answer. */
function answers(paragraphs: readonly Paragraph[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (const [at, answer] of paragraphs.entries()) {
    const question = paragraphs[at - 1]
    if (question === undefined || question.kind !== 'body' || answer.kind !== 'body' || !asks.test(question.text))
      continue
    if (question.form !== undefined && question.form !== 'bold') continue
    if (answer.form !== undefined || answer.introducedBy !== undefined || asks.test(answer.text)) continue
    const asking = label.exec(question.text)?.[1]
    const answering = label.exec(answer.text)?.[1]
    if (asking === undefined ? question.form === 'bold' : answering !== undefined && answering !== asking)
      found.set(answer.number, question.number)
  }
  return found
}

/** The paragraphs of an article; in an interview, each answer is introduced by its question. */
export function withQuestions(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const found = answers(paragraphs)
  if (found.size < minAnswers) return paragraphs
  return paragraphs.map((paragraph) => {
    const introducedBy = found.get(paragraph.number)
    return introducedBy === undefined ? paragraph : { ...paragraph, introducedBy }
  })
}

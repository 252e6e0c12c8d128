import type { Article, Paragraph } from '../../corpus/article.ts'
import type { Range } from '../../text/range.ts'
import type { Sentence } from '../read-sentences.ts'
import type { Report } from './fact.ts'

const fewestTerms = 4
const question = /\?["'\u201d\u2019)]*$/
// Where one clause of a sentence ends and another, with a figure of its own, begins.
const clauseBreak =
  /[,;:\u2013\u2014]\s+(?=(?:while|whereas|with|and|but|as|when|after|before|of which|including|who|which)\b)|;\s+/giu

/** The clauses of a sentence that has several figures, each with at least one of them; otherwise the sentence as one. */
function focuses({ text, figures }: Sentence): Range[] {
  const whole = { start: 0, end: text.length }
  if (figures.length < 2) return [whole]
  const cuts = [...text.matchAll(clauseBreak)].map(({ index, 0: mark }) => index + mark.length)
  const parts: Range[] = []
  let start = 0
  for (const end of [...cuts, text.length]) {
    const holdsFigure = figures.some((figure) => figure.start >= start && figure.end <= end)
    const moreFollow = figures.some((figure) => figure.start >= end)
    const last = parts.at(-1)
    if (holdsFigure && (moreFollow || end === text.length)) {
      parts.push({ start, end })
      start = end
    } else if (end === text.length) {
      if (last !== undefined) parts[parts.length - 1] = { start: last.start, end }
      else return [whole]
    }
  }
  return parts.length > 0 ? parts : [whole]
}

/** What a sentence of a body paragraph reports: nothing, where it asks or is too short to report; one fact, or one a clause with figures. */
export function reportsOf(article: Article, paragraph: Paragraph, sentence: Sentence): Report[] {
  if (sentence.termSet.size < fewestTerms || question.test(sentence.text)) return []
  return focuses(sentence).map((focus) => {
    const inside = ({ start, end }: Range) => start >= focus.start && end <= focus.end
    return {
      article,
      paragraph,
      sentence,
      focus,
      termSet: new Set(sentence.terms.filter(inside).map(({ term }) => term)),
      values: new Set(sentence.figures.filter(inside).map(({ value }) => value)),
    }
  })
}

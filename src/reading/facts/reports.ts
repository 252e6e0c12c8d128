import type { Article, Paragraph } from '../../corpus/article.ts'
import type { Sentence } from '../read-sentences.ts'
import { clausesOf } from './clauses.ts'
import { contentOf } from './content.ts'
import type { Report } from './fact.ts'
import { namesIn, readCases } from './names-in.ts'
import { namesByRole, readRoles } from './roles.ts'

/** A sentence of a body paragraph in its article. */
export interface PlacedSentence {
  readonly paragraph: Paragraph
  readonly sentence: Sentence
}

/** A longer sentence, in UTF-16 units, is a list or a fault of the text. */
const longest = 1_500
const fewestTerms = 3
const fewestClauseTerms = 4
const question = /\?["'\u201d\u2019)]*$/
// The article's own view, advice or address to the reader.
const opinion =
  /^(?:i|we|you|let us|let's|perhaps|maybe|unfortunately|sadly|fortunately|clearly|surely|hopefully|it is time|imagine|consider)\b(?![^.]*["\u201d])|\b(?:in (?:my|our) (?:view|opinion)|i (?:think|believe|feel)|we (?:must|should|need to))\b(?![^.]*["\u201d])/iu

/**
 * What the sentences of an article report: nothing where one asks, judges, or is too short to say anything; else one report,
 * or one for every clause with a figure of its own, and one for every further clause that another article may report alone.
 */
export function reportsOf(article: Article, sentences: readonly PlacedSentence[]): Report[] {
  const cases = readCases(sentences.map(({ sentence }) => sentence.text))
  const read = sentences
    .filter(({ sentence: { text } }) => text.length <= longest && !question.test(text) && !opinion.test(text))
    .map((placed) => ({ ...placed, names: namesIn(placed.sentence.text, placed.sentence.terms, cases) }))
  const roles = readRoles(read.map(({ sentence: { text }, names }) => ({ text, names })))
  return read.flatMap(({ paragraph, sentence, names: written }) => {
    const held = namesByRole(sentence.text, written, roles)
    const names = [...written, ...held].sort((a, b) => a.start - b.start)
    return clausesOf(sentence).flatMap((clause): Report[] => {
      const content = contentOf(sentence, clause, { names, today: article.date })
      const size = content.terms.size + content.figures.length + content.speakers.length
      if (size < (clause.isMain ? fewestTerms : fewestClauseTerms)) return []
      const focus = { start: clause.start, end: clause.end }
      return [{ article, paragraph, sentence, focus, content, isMain: clause.isMain }]
    })
  })
}

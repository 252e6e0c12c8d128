import type { Question } from '../question/parse-question.ts'
import type { Ranked } from '../rank/rank.ts'
import { heldIn, matchedByEither, matchedShare } from '../retrieve/term-match.ts'

/** Rounding apart, all of a question. */
const whole = 0.999

/**
 * The row of a table that a question asks for: the row and the names of its columns contain all of the question, with the title of the article
 * for what the table is about, and each contains a part that the other does not. Null if there is none, or several.
 */
export function tableRow(question: Question, ranked: readonly Ranked[]): Ranked | null {
  const found = ranked.filter(({ passage: { article, paragraph }, sentence }) => {
    const header = article.paragraphs[(paragraph.introducedBy ?? 0) - 1]
    if (paragraph.form !== 'row' || header?.form !== 'header') return false
    const own = heldIn(question, sentence.text)
    const above = heldIn(question, header.text)
    const title = heldIn(question, article.title)
    const has = (some: readonly number[], not: readonly number[]) => some.some((held, at) => held > (not[at] ?? 0))
    const all = matchedByEither(matchedByEither(own, above), title)
    return matchedShare(question, all) >= whole && has(own, above) && has(above, own)
  })
  return found.length === 1 ? (found[0] ?? null) : null
}

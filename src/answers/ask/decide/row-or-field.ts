import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import type { Question } from '../question/parse-question.ts'
import type { Ranked } from '../rank/rank.ts'
import { heldIn, matchedByEither, matchedShare } from '../retrieve/term-match.ts'

/** Rounding apart, all of a question. */
const whole = 0.999
/** A field of a note: "Keeper: Ana Lima". */
const field = unicodeRegExp(String.raw`^(\p{Lu}[^:.!?]{0,40}): \S`)
const maxFieldLength = 200

type Held = readonly number[]

const has = (some: Held, not: Held) => some.some((held, at) => held > (not[at] ?? 0))

/** Whether two texts together contain all of a question, with the title for what they are about, and each a part that the other does not. */
function isSplit(question: Question, one: Held, other: Held, title: Held): boolean {
  const all = matchedByEither(matchedByEither(one, other), title)
  return matchedShare(question, all) >= whole && has(one, other) && has(other, one)
}

function isAsked(question: Question, { passage: { article, paragraph }, sentence }: Ranked): boolean {
  if (paragraph.form === 'row') {
    const header = article.paragraphs[(paragraph.introducedBy ?? 0) - 1]
    if (header?.form !== 'header') return false
    const title = heldIn(question, article.title)
    return isSplit(question, heldIn(question, sentence.text), heldIn(question, header.text), title)
  }
  const key = paragraph.text.length > maxFieldLength ? undefined : field.exec(sentence.text)?.[1]
  if (key === undefined) return false
  const title = heldIn(question, article.title)
  return isSplit(question, heldIn(question, key), title, title)
}

/**
 * The row of a table or the field of a note that a question asks for. A row answers with the names of its columns, a field with the title of
 * its article: together they contain all of the question. Null if there is none, or several.
 */
export function rowOrField(question: Question, ranked: readonly Ranked[]): Ranked | null {
  const found = ranked.filter((candidate) => isAsked(question, candidate))
  return found.length === 1 ? (found[0] ?? null) : null
}

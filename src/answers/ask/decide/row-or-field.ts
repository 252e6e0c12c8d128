import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import type { Question } from '../question/parse-question.ts'
import type { Ranked } from '../rank/rank.ts'
import { heldIn, matchedByEither, matchedShare } from '../retrieve/term-match.ts'

/** The share that counts as all of a question, despite rounding. */
const whole = 0.999
/** A field of a note: "Keeper: Ana Lima". */
const field = unicodeRegExp(String.raw`^(\p{Lu}[^:.!?]{0,40}): \S`)
const maxFieldLength = 200

type Held = readonly number[]

/** Whether one text contains more of some term than another. */
const addsTo = (other: Held, one: Held) => one.some((held, at) => held > (other[at] ?? 0))

/** Whether two texts and the title together contain all of a question, and each of the two contains a part that the other does not. */
function isSplit(question: Question, one: Held, other: Held, title: Held): boolean {
  const all = matchedByEither(matchedByEither(one, other), title)
  return matchedShare(question, all) >= whole && addsTo(other, one) && addsTo(one, other)
}

function isAsked(question: Question, { passage: { article, paragraph }, sentence }: Ranked): boolean {
  const held = (text: string) => heldIn(question, text)
  if (paragraph.form === 'row') {
    const header = article.paragraphs[(paragraph.introducedBy ?? 0) - 1]
    return header?.form === 'header' && isSplit(question, held(sentence.text), held(header.text), held(article.title))
  }
  const key = paragraph.text.length > maxFieldLength ? undefined : field.exec(sentence.text)?.[1]
  if (key === undefined) return false
  const title = held(article.title)
  return isSplit(question, held(key), title, title)
}

/**
 * The row of a table or the field of a note that a question asks for. A row answers with the names of its columns, a field with the title of
 * its article: together they contain all of the question. Null if there is none, or several.
 */
export function rowOrField(question: Question, ranked: readonly Ranked[]): Ranked | null {
  const found = ranked.filter((candidate) => isAsked(question, candidate))
  return found.length === 1 ? (found[0] ?? null) : null
}

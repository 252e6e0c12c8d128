import { type Sentence, termSetOf } from '../../../../language/analysis/sentence.ts'
import { stopWords } from '../../../../language/tokens/stop-words.ts'
import { words } from '../../../../language/tokens/words.ts'
import { type Generation, keysOf } from '../../../../library/generation/generation.ts'
import type { Question } from '../../question/parse-question.ts'
import type { Ranked } from '../../rank/rank.ts'
import { textStyle } from '../../rank/text-style.ts'
import { matchedByAny, matchSentence } from '../../retrieve/term-match.ts'

/** How many paragraphs back a pronoun or "the president" may refer. */
const reach = 3

const minSharedLength = 4
const startsUpper = /^\p{Lu}/u

/** Whether two names differ only in their endings ("Persian", "Persia"). */
function sameBeginning(a: string, b: string): boolean {
  const shared = Math.max(minSharedLength, a.length - 3)
  return b.length >= shared && a.slice(0, shared) === b.slice(0, shared)
}

/** Whether a name is in lower case in a question that begins with a capital. Then it is not a name ("one avenue", "seemed to buck"). */
function isWrittenInLowerCase({ text, places }: Question, asked: number): boolean {
  const first = text.charAt(places[asked]?.start ?? 0)
  return startsUpper.test(text) && !startsUpper.test(first)
}

/** Whether letters are the initials of consecutive capitalised words in a text: "WW", "World War". */
function abbreviates(letters: string, text: string): boolean {
  if (letters.length < 2 || letters.length > 5) return false
  const initials = [...letters].map((letter) => letter.toUpperCase())
  const all = words(text).filter(({ folded }) => !stopWords.has(folded))
  return all.some((_, at) =>
    initials.every((letter, next) => all[at + next]?.capital === true && all[at + next]?.text.startsWith(letter)),
  )
}

/** The minimum number of paragraphs in which an article in the news names what it is about. */
const minNamed = 2

/** Whether an article in the news is about a name. Then a sentence need not repeat it. */
function isSubject(
  generation: Generation,
  question: Question,
  { passage: { article } }: Ranked,
  asked: number,
): boolean {
  if (textStyle(generation) !== 'news') return false
  const { start, end } = keysOf(generation, article)
  const named = new Set<number>()
  for (const [term, found] of question.lookup)
    if (found.some((one) => one.asked === asked))
      for (const key of generation.statistics.keysIn(term, start, end)) named.add(key)
  return named.size >= minNamed
}

/** The names in the question that are neither in the candidate's paragraph, nor in the few before it, nor in the title and lead of the article. */
export function absentNames(generation: Generation, question: Question, ranked: Ranked): readonly number[] {
  const { paragraph, at } = ranked
  const held = matchedByAny(paragraph.matches.slice(0, at + 1), question.terms.length)
  const absent = question.terms
    .map((term, asked) => ({ term, asked }))
    .filter(({ term, asked }) => term.isName && !held[asked] && !isWrittenInLowerCase(question, asked))
    .filter(({ asked }) => !ranked.view.leadHeld()[asked])
  if (absent.length === 0) return []
  const { key, article } = ranked.passage
  const before = Array.from({ length: Math.min(reach, key) }, (_, at) => key - 1 - at)
    .filter((other) => generation.passages[other]?.article === article)
    .flatMap((other) => generation.sentences(other).map((sentence) => matchSentence(question, sentence).held))
  const near = `${article.title}. ${ranked.passage.paragraph.text}`
  return absent
    .filter(
      ({ term: { term } }) =>
        !ranked.paragraph.sentences.some(({ terms }) =>
          terms.some((other) => other.capital && sameBeginning(term, other.term)),
        ),
    )
    .filter(({ asked }) => !before.some((other) => other[asked]))
    .filter(({ term: { folded } }) => !abbreviates(folded, near))
    .filter(({ asked }) => !isSubject(generation, question, ranked, asked))
    .map(({ asked }) => asked)
}

/** The first and last name in each full name of a text: neighbouring capitalised terms with only a blank or a hyphen between them. */
function fullNames({ text, terms }: Pick<Sentence, 'text' | 'terms'>): readonly (readonly [string, string])[] {
  return terms.slice(1).flatMap((last, at): (readonly [string, string])[] => {
    const first = terms[at]
    const isName = first?.capital === true && last.capital && text.slice(first.end, last.start) === ' '
    return isName ? [[first.term, last.term]] : []
  })
}

/**
 * Whether a sentence has only the last name of a full name in the question, and the last full name before it in the article that ends in
 * this last name is another person's.
 */
export function namesAnother(
  { passages, sentences }: Generation,
  { terms, text, places }: Question,
  { sentence, passage, at }: Ranked,
): boolean {
  const asked = fullNames({
    text,
    terms: terms.map(({ term, isName }, one) => ({
      term,
      folded: term,
      capital: isName,
      start: places[one]?.start ?? 0,
      end: places[one]?.end ?? 0,
    })),
  })
  const own = termSetOf(sentence)
  return asked.some(([first, last]) => {
    if (own.has(first) || !own.has(last)) return false
    const earlier: Sentence[] = []
    for (let key = passage.key; key >= 0 && passages[key]?.article === passage.article; key--) {
      const before = key === passage.key ? sentences(key).slice(0, at) : sentences(key)
      earlier.push(...before.toReversed())
    }
    const named = earlier.flatMap((one) =>
      fullNames(one)
        .filter((name) => name[1] === last)
        .toReversed(),
    )[0]
    return named !== undefined && named[0] !== first
  })
}

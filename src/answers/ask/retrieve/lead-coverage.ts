import { normalise } from '../../../language/tokens/normalise.ts'
import type { Generation, Passage } from '../../../library/generation/generation.ts'
import type { Question } from '../question/parse-question.ts'
import { matchedByAny, matchSentence } from './term-match.ts'

/** The paragraphs at the beginning of an article that say what it is about. */
const leadLength = 3

/** The coverage of each term of a question in the title and the first three paragraphs of a passage's article. */
export function leadCoverage(generation: Generation, question: Question, { article, key }: Passage): readonly number[] {
  let first = key
  while (generation.passages[first - 1]?.article === article) first--
  const matches = Array.from({ length: leadLength }, (_, at) => first + at)
    .filter((one) => generation.passages[one]?.article === article)
    .flatMap((one) => generation.sentences(one).map((sentence) => matchSentence(question, sentence)))
  const title = normalise(article.title)
  return matchedByAny(matches, question.terms.length).map((held, at) =>
    title.includes(question.terms[at]?.folded ?? '\n') ? 1 : held,
  )
}

import type { Article } from '../../corpus/article/article.ts'
import { type Generation, keysOf } from '../../library/generation/generation.ts'
import type { Hit } from '../../search/paragraph-index.ts'
import { parseQuery } from '../../search/query.ts'
import { analyseQuestion, type Question, relatedToTerms } from './question/parse-question.ts'

/** A question and the paragraphs that contain one of its terms, best first. */
export interface SearchedQuestion {
  readonly question: Question
  readonly hits: readonly Hit[]
}

/**
 * Searches for a question in all articles, or in one, and parses it: one call to the index.
 * @throws QueryError if it cannot be searched for.
 */
export async function searchQuestion(
  generation: Generation,
  input: string,
  article?: Article,
): Promise<SearchedQuestion> {
  const query = parseQuery(input)
  const filter = article && keysOf(generation, article)
  const result = await generation.index.search({ terms: query.terms, counted: relatedToTerms(query), filter })
  return { question: analyseQuestion(query, result), hits: result.candidates }
}

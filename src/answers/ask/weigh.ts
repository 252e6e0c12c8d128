import type { Article } from '../../corpus/article/article.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { type Decision, decide } from './decide/decide.ts'
import type { Question } from './question/parse-question.ts'
import { searchQuestion } from './question/search-question.ts'
import { type Ranked, rank } from './rank/rank.ts'
import { findCandidates } from './retrieve/candidate-sentences.ts'

/** The candidate sentences for a question, and the decision about them. */
export interface Weighed extends Decision {
  readonly question: Question
  /** All candidates, best first. */
  readonly ranked: readonly Ranked[]
}

/**
 * Ranks the sentences of all articles, or of one, for a question.
 * @throws QueryError if the question cannot be searched for.
 */
export async function weigh(generation: Generation, input: string, article?: Article): Promise<Weighed> {
  const { question, hits } = await searchQuestion(generation, input, article)
  const ranked = rank(generation, question, findCandidates(generation, question, hits))
  return { question, ranked, ...decide(generation, question, ranked) }
}

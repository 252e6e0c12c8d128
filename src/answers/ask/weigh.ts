import type { Article } from '../../corpus/article/article.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { type Decision, decide } from './decide/decide.ts'
import type { Question } from './question/parse-question.ts'
import { searchQuestion } from './question/search-question.ts'
import { type Ranked, rank } from './rank/rank.ts'
import { findCandidates } from './retrieve/candidate-sentences.ts'
import { havingPhrase, quotedPhrases } from './retrieve/quoted-phrases.ts'

/** The candidate sentences for a question, and the decision about them. */
export interface Weighed extends Decision {
  readonly question: Question
  /** All candidates, best first. */
  readonly ranked: readonly Ranked[]
}

/**
 * Ranks the sentences of all articles, or of one, for a question. Quoted phrases must be there word for word, unless no text
 * has them.
 * @throws QueryError if the question cannot be searched for.
 */
export async function weigh(generation: Generation, input: string, article?: Article): Promise<Weighed> {
  const { question, hits } = await searchQuestion(generation, input, article)
  const quoted = quotedPhrases(question.text).flatMap((phrase) => havingPhrase(generation, phrase) ?? [])
  const wanted =
    quoted.length === 0
      ? hits
      : hits.filter(({ key }) => {
          const passage = generation.passages[key]
          return passage !== undefined && quoted.every((hasIt) => hasIt(passage))
        })
  const ranked = rank(generation, question, findCandidates(generation, question, wanted))
  return { question, ranked, ...decide(generation, question, ranked) }
}

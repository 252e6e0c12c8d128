import type { Article } from '../../corpus/article/article.ts'
import { plainLine } from '../../language/tokens/normalise.ts'
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

/** How many of the best paragraphs are looked at more closely. */
const maxHits = 300

/** The keys of the passages that have all quoted phrases of a question that some text has; undefined if there are none. */
function keysOfQuoted(generation: Generation, text: string): readonly number[] | undefined {
  const quoted = quotedPhrases(text).flatMap((phrase) => havingPhrase(generation, phrase) ?? [])
  if (quoted.length === 0) return undefined
  return generation.passages.filter((passage) => quoted.every((hasIt) => hasIt(passage))).map(({ key }) => key)
}

/**
 * Ranks the sentences of all articles, or of one, for a question. Quoted phrases must be there word for word, unless no text
 * has them.
 * @throws QueryError if the question cannot be searched for.
 */
export async function weigh(generation: Generation, input: string, article?: Article): Promise<Weighed> {
  const among = keysOfQuoted(generation, plainLine(input))
  const { question, hits } = await searchQuestion(generation, input, { article, among, limit: maxHits })
  const ranked = rank(generation, question, findCandidates(generation, question, hits))
  return { question, ranked, ...decide(generation, question, ranked) }
}

import type { Article } from '../../../corpus/article/article.ts'
import type { Generation } from '../../../library/generation/generation.ts'
import { QueryError } from '../../../search/query/query-error.ts'
import type { Question } from '../question/parse-question.ts'
import { searchQuestion } from '../question/search-question.ts'
import { matchedShare } from './term-match.ts'

/** How much of a topic some terms hold, related words included, 0 to 1. */
export type TopicShare = (terms: ReadonlySet<string>) => number

/** Reads a topic as typed; null if it has no content words. */
export async function readTopic(
  generation: Generation,
  topic: string,
  article: Article | undefined,
): Promise<Question | null> {
  if (topic === '') return null
  try {
    return (await searchQuestion(generation, topic, { article, limit: 0 })).question
  } catch (error) {
    if (error instanceof QueryError) return null
    throw error
  }
}

/** Computes how much of a topic some terms hold. */
export function topicShareOf(question: Question): TopicShare {
  return (terms) => {
    const held = new Array<number>(question.terms.length).fill(0)
    for (const [term, found] of question.lookup)
      if (terms.has(term)) for (const { asked, strength } of found) held[asked] = Math.max(held[asked] ?? 0, strength)
    return matchedShare(question, held)
  }
}

/** The same for a topic as typed; null if it has no content words. */
export async function topicReader(
  generation: Generation,
  topic: string,
  article: Article | undefined,
): Promise<TopicShare | null> {
  const question = await readTopic(generation, topic, article)
  return question === null ? null : topicShareOf(question)
}

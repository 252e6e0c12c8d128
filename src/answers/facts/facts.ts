import type { Article } from '../../corpus/article/article.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { type Answer, type FactItem, maxItems } from '../answer/answer.ts'
import { nearestPassages } from '../answer/nearest-passages.ts'
import { verify } from '../answer/verify.ts'
import { factItem } from './fact-item.ts'
import { byRank, onTopic, searchTopic } from './topic.ts'

/**
 * What the articles report on a topic, or the most widely reported facts if no topic is given. Each fact is one item; the sentences of
 * other articles that report it are further citations.
 * @throws QueryError if the topic cannot be searched for.
 */
export async function facts(
  generation: Generation,
  input: string | undefined,
  article?: Article,
): Promise<Answer<FactItem>> {
  const topic = await searchTopic(generation, input, article)
  const base = { generation: generation.id, articles: article === undefined ? generation.articles.length : 1 }
  const found = generation.facts
    .map((fact) => onTopic(fact, topic.terms, article))
    .filter((fact) => fact !== null)
    .sort(byRank)
  if (found.length === 0) {
    const missing = topic.terms.filter(({ matches }) => matches.length === 0).map(({ folded }) => folded)
    return verify(generation, {
      ...base,
      status: 'nothing-found',
      reason: missing.length > 0 ? { code: 'unknown-words', words: missing } : { code: 'weak-match' },
      nearest: nearestPassages(generation, topic),
    })
  }
  const items = found.slice(0, maxItems).map((fact) => factItem(generation, fact, topic.terms))
  return verify(generation, { ...base, status: 'answered', items, total: found.length })
}

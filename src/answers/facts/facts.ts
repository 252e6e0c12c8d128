import type { Article } from '../../corpus/article/article.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { type Answer, type FactItem, maxItems } from '../answer/answer.ts'
import { nearestPassages } from '../answer/nearest-passages.ts'
import { verify } from '../answer/verify.ts'
import { factItem } from './fact-item.ts'
import { byRank, onTopic, readTopic } from './topic.ts'

/**
 * What the articles report on a topic, or the most widely reported of all where none is given: one item a fact, the sentences
 * of other articles that report it as further citations.
 * @throws QueryError when the topic cannot be searched for.
 */
export function facts(generation: Generation, input: string | undefined, article?: Article): Answer<FactItem> {
  const topic = readTopic(generation, input)
  const base = { generation: generation.id, articles: article === undefined ? generation.articles.length : 1 }
  const found = generation.facts
    .map((fact) => onTopic(fact, topic, article))
    .filter((fact) => fact !== null)
    .sort(byRank)
  if (found.length === 0) {
    const missing = topic.filter(({ matches }) => matches.length === 0).map(({ folded }) => folded)
    return verify(generation, {
      ...base,
      status: 'nothing-found',
      reason: missing.length > 0 ? { code: 'unknown-words', words: missing } : { code: 'weak-match' },
      nearest: nearestPassages(generation, topic, article),
    })
  }
  const items = found.slice(0, maxItems).map((fact) => factItem(generation, fact, topic))
  return verify(generation, { ...base, status: 'answered', items, total: found.length })
}

import type { Article } from '../../corpus/article/article.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { type Answer, maxItems } from '../answer/answer.ts'
import type { FactItem } from '../answer/item.ts'
import { nearestPassages } from '../answer/nearest-passages.ts'
import { verify } from '../answer/verify.ts'
import { factItem } from './fact-item.ts'
import { byDisagreement, byRank, factsToRead, type OnTopic, onTopic, searchTopic } from './topic.ts'

/** The date of the newest report of a fact; empty without any. */
function newest({ reports }: OnTopic): string {
  return reports.reduce((last, { article: { date } }) => (date !== null && date > last ? date : last), '')
}

/** The newest first; the order of facts with the same date stays. */
function newestFirst(found: readonly OnTopic[]): readonly OnTopic[] {
  return found.toSorted((a, b) => (newest(a) < newest(b) ? 1 : newest(a) > newest(b) ? -1 : 0))
}

/** What facts to show, and in which order. */
export interface FactsOptions {
  readonly article?: Article | undefined
  /** Default: the most widely reported first. */
  readonly newestFirst?: boolean
  /** The maximum number of items. Default 25. */
  readonly limit?: number
}

/**
 * What the articles report on a topic, or the most widely reported facts if no topic is given. Each fact is one item; the sentences of
 * other articles that report it are further citations.
 * @throws QueryError if the topic cannot be searched for.
 */
export async function facts(
  generation: Generation,
  input: string | undefined,
  { article, newestFirst: isNewestFirst = false, limit = maxItems }: FactsOptions = {},
): Promise<Answer<FactItem>> {
  const topic = await searchTopic(generation, input, article)
  const base = { generation: generation.id, articles: article === undefined ? generation.articles.length : 1 }
  const ranked = factsToRead(generation.facts, topic)
    .map((fact) => onTopic(fact, topic, article))
    .filter((fact) => fact !== null)
    .sort((a, b) => (input === undefined ? byRank(a, b) : byDisagreement(a, b)))
  const found = isNewestFirst ? newestFirst(ranked) : ranked
  if (found.length === 0) {
    const missing = topic.terms.filter(({ matches }) => matches.length === 0).map(({ folded }) => folded)
    return verify(generation, {
      ...base,
      status: 'nothing-found',
      instead: [],
      reason: missing.length > 0 ? { code: 'unknown-words', words: missing } : { code: 'weak-match' },
      nearest: nearestPassages(generation, topic),
    })
  }
  const items = found.slice(0, limit).map((fact) => factItem(generation, fact))
  return verify(generation, { ...base, status: 'answered', items, total: found.length })
}

import type { Article } from '../corpus/article.ts'
import type { Generation } from '../library/generation.ts'
import type { Fact, Report } from '../reading/facts/fact.ts'
import { parseQuery } from '../search/query.ts'
import { type QueryTerm, queryTerms } from '../search/query-terms.ts'
import { type Answer, type AnswerItem, mostItems } from './answer.ts'
import { coverage, held } from './ask/evidence.ts'
import { cite, snip } from './cite.ts'
import { nearestPassages } from './nearest.ts'
import { verify } from './verify.ts'

/** The least share of a topic's weight that a fact must hold; all of it for a topic of one or two words. */
const leastCoverage = 0.7
const shortTopic = 2

interface OnTopic {
  readonly reports: readonly [Report, ...Report[]]
  readonly coverage: number
  readonly articles: number
}

/** A fact's reports with those that hold most of the topic first, or null where it is about something else. */
function onTopic(fact: Fact, topic: readonly QueryTerm[], article: Article | undefined): OnTopic | null {
  const reports = fact.reports.filter((report) => article === undefined || report.article === article)
  const all = new Set(reports.flatMap(({ termSet }) => [...termSet]))
  if (topic.some((term) => term.isName && held(all, term) === 0)) return null
  const covered = coverage(topic, all)
  if (covered < (topic.length <= shortTopic ? 0.5 + 1e-9 : leastCoverage)) return null
  if (topic.length <= shortTopic && topic.some((term) => held(all, term) === 0)) return null
  const [first, ...others] = reports.toSorted((a, b) => coverage(topic, b.termSet) - coverage(topic, a.termSet))
  if (first === undefined) return null
  return {
    reports: [first, ...others],
    coverage: covered * 0.5 + coverage(topic, first.termSet) * 0.5,
    articles: new Set(reports.map((report) => report.article.id)).size,
  }
}

function factItem(
  generation: Generation,
  [first, ...others]: OnTopic['reports'],
  topic: readonly QueryTerm[],
): AnswerItem {
  const wanted = new Set(topic.flatMap(({ matches }) => matches.map(({ term }) => term)))
  const { sentence } = first
  const matched = sentence.terms
    .filter(({ term, start, end }) => wanted.has(term) && start >= first.focus.start && end <= first.focus.end)
    .map(({ start, end }) => ({ start: start + sentence.start, end: end + sentence.start }))
  return {
    snippet: snip(generation, first, sentence, matched),
    alsoIn: others.map((other) => cite(generation, other, other.sentence)),
  }
}

/**
 * What the articles report on a topic: one item a fact, the sentences of other articles that report it as further citations.
 * First the facts that hold most of the topic, then those that most articles report, then those with figures.
 * @throws QueryError when the topic cannot be searched for.
 */
export function facts(generation: Generation, input: string, article?: Article): Answer {
  const topic = queryTerms(parseQuery(input).terms, generation.index, generation.vocabulary)
  const base = { generation: generation.id, articles: article === undefined ? generation.articles.length : 1 }
  const found = generation.facts
    .map((fact) => onTopic(fact, topic, article))
    .filter((fact) => fact !== null)
    .sort(
      (a, b) =>
        b.coverage - a.coverage || b.articles - a.articles || b.reports[0].values.size - a.reports[0].values.size,
    )
  if (found.length === 0) {
    const missing = topic.filter(({ matches }) => matches.length === 0).map(({ folded }) => folded)
    return verify(generation, {
      ...base,
      status: 'nothing-found',
      reason: { code: missing.length > 0 ? 'unknown-words' : 'weak-match', words: missing },
      nearest: nearestPassages(generation, topic, article),
    })
  }
  const items = found.slice(0, mostItems).map(({ reports }) => factItem(generation, reports, topic))
  return verify(generation, { ...base, status: 'answered', items, total: found.length })
}

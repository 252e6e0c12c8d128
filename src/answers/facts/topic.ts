import type { Article } from '../../corpus/article/article.ts'
import { type Generation, keysOf } from '../../library/generation/generation.ts'
import type { Claim } from '../../reading/facts/extract/claim.ts'
import type { Fact } from '../../reading/facts/fact.ts'
import { conceptOf } from '../../reading/facts/lexicon/synonym-classes.ts'
import type { SearchResult } from '../../search/paragraph-index.ts'
import { parseQuery } from '../../search/query.ts'
import type { QueryTerm } from '../../search/query-terms.ts'
import { maxNearest } from '../answer/answer.ts'
import { termMatch } from '../answer/coverage.ts'

/** The minimum share of a topic's weight that a fact must contain. A fact must contain all of a topic of one or two words. */
const minCoverage = 0.7
const shortTopic = 2
/** The weight of a synonym. */
const sameMeaning = 0.9

/** The terms of a topic and the paragraphs closest to it; both empty without a topic. */
export type Topic = Pick<SearchResult, 'terms' | 'candidates'>

/**
 * Searches for a topic in all articles, or in one.
 * @throws QueryError if it cannot be searched for.
 */
export async function searchTopic(
  generation: Generation,
  input: string | undefined,
  article: Article | undefined,
): Promise<Topic> {
  if (input === undefined) return { terms: [], candidates: [] }
  const filter = article && keysOf(generation, article)
  return generation.index.search({ terms: parseQuery(input).terms, filter, limit: maxNearest })
}

/** A fact that is about the topic asked for. */
export interface OnTopic {
  readonly fact: Fact
  /** Its reports, only those of the requested article; the report that contains most of the topic comes first. */
  readonly reports: readonly [Claim, ...Claim[]]
  /** How much of the topic it contains, 0 to 1: the mean of the values for all reports together and for the first report alone. */
  readonly coverage: number
}

/** The terms of the part of the sentence that reports the fact. */
function focusTerms({ sentence, focus }: Claim): ReadonlySet<string> {
  const inside = sentence.terms.filter(({ start, end }) => start >= focus.start && end <= focus.end)
  return new Set(inside.map(({ term }) => term))
}

/**
 * How well reports match a term of the topic, 0 to 1: by the term itself, a spelling or typo of it, or another word for the same event or
 * thing.
 */
function heldBy(reports: readonly Claim[], term: QueryTerm): number {
  const concept = term.isName ? '' : conceptOf(term.folded)
  let most = 0
  for (const report of reports) {
    most = Math.max(most, termMatch(focusTerms(report), term))
    if (concept.startsWith('~') && report.content.terms.has(concept)) most = Math.max(most, sameMeaning)
  }
  return most
}

function coverage(reports: readonly Claim[], topic: readonly QueryTerm[]): number {
  let [all, found] = [0, 0]
  for (const term of topic) {
    all += term.weight
    found += term.weight * heldBy(reports, term)
  }
  return all === 0 ? 0 : found / all
}

/** A fact's reports, those that contain most of the topic first; null if it is about something else. An empty topic matches every fact. */
export function onTopic(fact: Fact, topic: readonly QueryTerm[], article: Article | undefined): OnTopic | null {
  const reports = fact.reports.filter((report) => article === undefined || report.article === article)
  if (topic.length === 0) {
    const [first, ...others] = reports
    return first === undefined ? null : { fact, reports: [first, ...others], coverage: 1 }
  }
  const isNeeded = ({ isName }: QueryTerm) => isName || topic.length <= shortTopic
  if (topic.some((term) => isNeeded(term) && heldBy(reports, term) === 0)) return null
  const covered = coverage(reports, topic)
  if (topic.length > shortTopic && covered < minCoverage) return null
  const [first, ...others] = reports
    .map((report) => ({ report, own: coverage([report], topic) }))
    .sort((a, b) => b.own - a.own)
  if (first === undefined) return null
  return {
    fact,
    reports: [first.report, ...others.map(({ report }) => report)],
    coverage: (covered + first.own) / 2,
  }
}

/** Coverage in steps of a tenth: smaller differences are chance. */
function step(found: OnTopic): number {
  return Math.round(found.coverage * 10)
}

/** The rank of a fact by its content: 2 for figures, 1 for events, 0 for mere statements. */
export function substance({ reports: [{ content }] }: OnTopic): number {
  if (content.figures.length > 0) return 2
  return content.events.size > 0 ? 1 : 0
}

function articles({ reports }: OnTopic): number {
  return new Set(reports.map(({ article }) => article)).size
}

/** The order of facts: on topic first, then the most independently and widely reported, then those with figures, then events. */
export function byRank(a: OnTopic, b: OnTopic): number {
  return (
    step(b) - step(a) ||
    b.fact.sources.independent - a.fact.sources.independent ||
    articles(b) - articles(a) ||
    substance(b) - substance(a)
  )
}

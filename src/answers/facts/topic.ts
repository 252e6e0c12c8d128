import type { Article } from '../../corpus/article/article.ts'
import { overlaps } from '../../language/text/range.ts'
import { isSameForm } from '../../language/tokens/same-form.ts'
import type { Term } from '../../language/tokens/terms.ts'
import { type Generation, keysOf } from '../../library/generation/generation.ts'
import { isContradiction } from '../../reading/facts/differences/difference.ts'
import type { Claim } from '../../reading/facts/extract/claim.ts'
import type { Fact } from '../../reading/facts/fact.ts'
import { conceptOf } from '../../reading/facts/lexicon/synonym-classes.ts'
import { type Steps, steppedPerObject } from '../../resources/steps.ts'
import type { SearchResult } from '../../search/paragraph-index.ts'
import { parseQuery } from '../../search/query/query.ts'
import { bitsOfTerms, type QueryTerm } from '../../search/terms/query-terms.ts'
import { hasShare, termLists } from '../../search/terms/term-lists.ts'
import { maxNearest } from '../answer/answer.ts'
import { termMatch } from '../answer/coverage.ts'
import { type AskedTime, newestDate, topicTimes } from '../ask/question/asked-times.ts'
import { prepareFactsOfArticles } from './facts-of-article.ts'
import { namedFit, timeFit } from './time-fit.ts'

/** The minimum share of a topic's weight that a fact must contain. A fact must contain all of a topic of one or two words. */
const minCoverage = 0.7
const shortTopic = 2
/** The weight of a synonym. */
const sameMeaning = 0.9

/** The terms of a topic, the times that it is limited to, and the paragraphs closest to it; all empty without a topic. */
export interface Topic extends Pick<SearchResult, 'terms' | 'candidates'> {
  readonly times: readonly AskedTime[]
  /** The numbers that are read as years. */
  readonly years: ReadonlySet<string>
}

const year = /^\d{4}$/

/** A topic that every fact is about. */
export const anyTopic: Topic = { terms: [], times: [], years: new Set(), candidates: [] }

/**
 * Searches for a topic in all articles, or in one.
 * @throws QueryError if it cannot be searched for.
 */
export async function searchTopic(
  generation: Generation,
  input: string | undefined,
  article: Article | undefined,
): Promise<Topic> {
  if (input === undefined) return anyTopic
  const filter = article && keysOf(generation, article)
  const { text, terms } = parseQuery(input)
  const times = topicTimes(text, newestDate(article === undefined ? generation.articles : [article]))
  const isTime = (term: Term) => times.some((time) => overlaps(time, term))
  const wanted = terms.filter((term) => !isTime(term))
  // If nothing is left, the nearest paragraphs are those with the time's own words.
  const found = await generation.index.search({ terms: wanted.length > 0 ? wanted : terms, filter, limit: maxNearest })
  const years = terms.filter((term) => isTime(term) && year.test(term.term)).map(({ term }) => term)
  return { ...found, terms: wanted.length > 0 ? found.terms : [], times, years: new Set(years) }
}

/** A fact that is about the topic asked for. */
export interface OnTopic {
  readonly fact: Fact
  /** Its reports, only those of the requested article; the report that contains most of the topic comes first. */
  readonly reports: readonly [Claim, ...Claim[]]
  /** How much of the topic it contains, 0 to 1: the mean of the values for all reports together and for the first report alone. */
  readonly coverage: number
  /** How much of the topic it contains in the form asked for, 0 to 1: "university" has the stem of "universe". */
  readonly exactness: number
  /** How well it fits the times of the topic. */
  readonly timeFit: number
  /** The rank of its first report by its content. */
  readonly substance: number
}

/** The terms of the part of the sentence that reports the fact. */
function focusTerms({ sentence, focus }: Claim): readonly Term[] {
  return sentence.terms.filter(({ start, end }) => start >= focus.start && end <= focus.end)
}

const termSet = (report: Claim): ReadonlySet<string> => new Set(focusTerms(report).map(({ term }) => term))

/**
 * How well reports match a term of the topic, 0 to 1: by the term itself, a spelling or typo of it, or another word for the same event or
 * thing.
 */
function heldBy(reports: readonly Claim[], term: QueryTerm): number {
  const concept = term.isName ? '' : conceptOf(term.folded)
  let most = 0
  for (const report of reports) {
    most = Math.max(most, termMatch(termSet(report), term))
    if (concept.startsWith('~') && report.content.terms.has(concept)) most = Math.max(most, sameMeaning)
  }
  return most
}

/** All facts of a generation by the terms by which `heldBy` finds them. */
const factLists = steppedPerObject((facts: readonly Fact[]) =>
  termLists(facts, ({ reports }) =>
    reports.flatMap((report) => [
      ...focusTerms(report).map(({ term }) => term),
      ...[...report.content.terms].filter((term) => term.startsWith('~')),
    ]),
  ),
)

/** Prepares the lists that questions about the facts of a generation look into. */
export function* prepareTopics({ facts }: Pick<Generation, 'facts'>): Steps<void> {
  yield* factLists.prepare(facts)
  prepareFactsOfArticles(facts)
}

/** Whether a fact is reported with a term. */
export function isReported({ facts }: Pick<Generation, 'facts'>, term: string): boolean {
  return factLists.of(facts).has(term)
}

/** The facts that may be about a topic; whether they are takes a closer look. */
export function factsToRead(facts: readonly Fact[], { terms }: Topic): readonly Fact[] {
  if (terms.length === 0) return facts
  const bitsOf = bitsOfTerms(terms)
  terms.forEach(({ isName, folded }, at) => {
    const concept = conceptOf(folded)
    if (!isName) bitsOf.set(concept, (bitsOf.get(concept) ?? 0) | (1 << at))
  })
  const total = terms.reduce((sum, { weight }) => sum + weight, 0)
  const all = 2 ** terms.length - 1
  const isEnough = hasShare(terms, minCoverage * total)
  return factLists.of(facts).having(bitsOf, (bits) => (terms.length <= shortTopic ? bits === all : isEnough(bits)))
}

function coverage(reports: readonly Claim[], topic: readonly QueryTerm[]): number {
  let [all, found] = [0, 0]
  for (const term of topic) {
    all += term.weight
    found += term.weight * heldBy(reports, term)
  }
  return all === 0 ? 0 : found / all
}

/** The share of a topic's weight that a report contains in the form asked for. */
function exactness(report: Claim, topic: readonly QueryTerm[]): number {
  const own = focusTerms(report)
  let [all, found] = [0, 0]
  for (const { term, folded, weight } of topic) {
    all += weight
    if (own.some((other) => other.term === term && isSameForm(other.folded, folded))) found += weight
  }
  return all === 0 ? 0 : found / all
}

/**
 * A fact's reports, those that contain most of the topic first; null if it is about something else, or about another time. A topic without terms
 * matches every fact.
 */
export function onTopic(fact: Fact, topic: Topic, article: Article | undefined): OnTopic | null {
  const { terms } = topic
  const reports = fact.reports.filter((report) => article === undefined || report.article === article)
  const isNeeded = ({ isName }: QueryTerm) => isName || terms.length <= shortTopic
  if (terms.some((term) => isNeeded(term) && heldBy(reports, term) === 0)) return null
  const covered = terms.length === 0 ? 1 : coverage(reports, terms)
  if (terms.length > shortTopic && covered < minCoverage) return null
  const [first, ...others] = reports
    .map((report) => ({
      report,
      own: terms.length === 0 ? 1 : coverage([report], terms),
      exact: exactness(report, terms),
      time: focusTerms(report).some(({ term }) => topic.years.has(term)) ? namedFit : timeFit(report, topic.times),
    }))
    .sort((a, b) => b.own - a.own || b.time - a.time || b.exact - a.exact)
  if (first === undefined) return null
  const fit = Math.max(first.time, ...others.map(({ time }) => time))
  if (fit === 0) return null
  return {
    fact,
    reports: [first.report, ...others.map(({ report }) => report)],
    coverage: (covered + first.own) / 2,
    exactness: Math.max(first.exact, ...others.map(({ exact }) => exact)),
    timeFit: fit,
    substance: substanceOf(first.report),
  }
}

/** A share in steps of a tenth: smaller differences are chance. */
const step = (share: number): number => Math.round(share * 10)

/** The rank of a report by its content: 2 for figures, 1 for events, 0 for mere statements. */
export function substanceOf({ content }: Claim): number {
  if (content.figures.length > 0) return 2
  return content.events.size > 0 ? 1 : 0
}

function articles({ reports }: OnTopic): number {
  return new Set(reports.map(({ article }) => article)).size
}

/** How well facts fit a topic: those that contain most of it, then those of its time, then those with its very words. */
function byFit(a: OnTopic, b: OnTopic): number {
  return step(b.coverage) - step(a.coverage) || b.timeFit - a.timeFit || step(b.exactness) - step(a.exactness)
}

/** The order of facts on a topic: those that fit it best first, then those on which the articles disagree. */
export function byDisagreement(a: OnTopic, b: OnTopic): number {
  const isDisputed = ({ fact }: OnTopic) => Number(fact.differences.some(isContradiction))
  return byFit(a, b) || isDisputed(b) - isDisputed(a) || byRank(a, b)
}

/** The order of facts: those that fit the topic best first, then the most independently and widely reported, then those with figures, then events. */
export function byRank(a: OnTopic, b: OnTopic): number {
  return (
    byFit(a, b) ||
    b.fact.sources.independent - a.fact.sources.independent ||
    articles(b) - articles(a) ||
    b.substance - a.substance
  )
}

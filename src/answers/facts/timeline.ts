import type { Article } from '../../corpus/article/article.ts'
import { type Interval, shortestForm } from '../../language/dates/time/calendar.ts'
import type { NamedTime } from '../../language/dates/time/named-time.ts'
import type { Generation } from '../../library/generation/generation.ts'
import type { Claim } from '../../reading/facts/extract/claim.ts'
import { type Answer, maxItems } from '../answer/answer.ts'
import type { FactItem } from '../answer/item.ts'
import { nearestPassages } from '../answer/nearest-passages.ts'
import { verify } from '../answer/verify.ts'
import { factItem } from './fact-item.ts'
import { byRank, factsToRead, type OnTopic, onTopic, searchTopic } from './topic.ts'

interface Dated {
  readonly found: OnTopic
  readonly report: Claim
  readonly time: NamedTime
  readonly interval: Interval
}

function length({ start, end }: Interval): number {
  return Date.parse(end) - Date.parse(start)
}

/** The most exact of some times, if any is certain. */
function mostPreciseTime(
  times: readonly NamedTime[],
): { readonly time: NamedTime; readonly interval: Interval } | null {
  const known = times.flatMap((time) => (time.interval === null ? [] : [{ time, interval: time.interval }]))
  return known.toSorted((a, b) => length(a.interval) - length(b.interval))[0] ?? null
}

/**
 * The time that a report is about: that of its main event, otherwise of another event, otherwise of the reporting, otherwise of what sets
 * the scene.
 */
function timeOf({ content }: Claim): { readonly time: NamedTime; readonly interval: Interval } | null {
  const own = content.times.filter(({ place }) => place === 'report')
  const scene = content.times.filter(({ place }) => place === 'scene')
  const ofMain = own.filter(({ event }) => event === null || event === content.mainEvent)
  return (
    mostPreciseTime(ofMain) ?? mostPreciseTime(own) ?? mostPreciseTime(content.reportedTimes) ?? mostPreciseTime(scene)
  )
}

/** A fact with its first report that gives a date; null if none does. */
function dated(found: OnTopic): Dated | null {
  for (const report of found.reports) {
    const given = timeOf(report)
    if (given !== null) return { found, report, ...given }
  }
  return null
}

/** Earlier days first; of the periods that begin on the same day, the shorter first. */
function byStart({ interval: a }: Dated, { interval: b }: Dated): number {
  return a.start < b.start ? -1 : a.start > b.start ? 1 : length(a) - length(b)
}

/** Whether more than one article reports a fact. */
const isWidelyReported = ({ found: { reports } }: Dated): boolean =>
  new Set(reports.map(({ article }) => article)).size > 1

/** Without a topic: what several articles report first, each part with the newest day first. */
function byNews(a: Dated, b: Dated): number {
  return Number(isWidelyReported(b)) - Number(isWidelyReported(a)) || -byStart(a, b)
}

/** The facts without those that a sentence reports besides an earlier one of the list. */
function eachSentenceOnce(all: readonly Dated[]): readonly Dated[] {
  const seen = new Set<Claim['sentence']>()
  return all.filter(({ report: { sentence } }) => {
    if (seen.has(sentence)) return false
    seen.add(sentence)
    return true
  })
}

/** A dated fact as an item: the label is its day, and the words that give the day are highlighted. */
function datedItem(generation: Generation, { found, report, time, interval }: Dated): FactItem {
  const reports: OnTopic['reports'] = [report, ...found.reports.filter((other) => other !== report)]
  const item = factItem(generation, { ...found, reports })
  const highlights = [{ start: time.start, end: time.end }]
  return { ...item, label: shortestForm(interval), snippet: { ...item.snippet, highlights } }
}

/**
 * The facts on a topic that the articles date, in order of the day they are about, earliest first. Without a topic, it starts with what several
 * articles report, the newest day first. Each sentence is one entry. The day comes from the text and is resolved against the date of its
 * article.
 * @throws QueryError if the topic cannot be searched for.
 */
export async function timeline(
  generation: Generation,
  input: string | undefined,
  article?: Article,
): Promise<Answer<FactItem>> {
  const topic = await searchTopic(generation, input, article)
  const base = { generation: generation.id, articles: article === undefined ? generation.articles.length : 1 }
  const dates = factsToRead(generation.facts, topic)
    .map((fact) => onTopic(fact, topic, article))
    .filter((fact) => fact !== null)
    .sort(byRank)
    .map(dated)
    .filter((fact) => fact !== null)
  const all = eachSentenceOnce(dates)
  if (all.length === 0) {
    const nearest = nearestPassages(generation, topic)
    return verify(generation, {
      ...base,
      status: 'nothing-found',
      instead: [],
      reason: { code: 'type-absent', type: 'date' },
      nearest,
    })
  }
  const items = all
    .slice(0, maxItems)
    .sort(input === undefined ? byNews : byStart)
    .map((fact) => datedItem(generation, fact))
  return verify(generation, { ...base, status: 'answered', items, total: all.length })
}

import type { Article } from '../../corpus/article.ts'
import type { Generation } from '../../library/generation.ts'
import type { Report } from '../../reading/facts/report.ts'
import type { Days, NamedTime } from '../../text/resolve-date.ts'
import { type Answer, type AnswerItem, mostItems } from '../answer.ts'
import { nearestPassages } from '../nearest.ts'
import { verify } from '../verify.ts'
import { factItem } from './fact-item.ts'
import { byRank, type OnTopic, onTopic, readTopic } from './topic.ts'

interface Dated {
  readonly found: OnTopic
  readonly report: Report
  readonly time: NamedTime
  readonly days: Days
}

function length({ from, to }: Days): number {
  return Date.parse(to) - Date.parse(from)
}

/** The most exact of some times, where any is certain. */
function mostExact(times: readonly NamedTime[]): { readonly time: NamedTime; readonly days: Days } | null {
  const known = times.flatMap((time) => (time.days === null ? [] : [{ time, days: time.days }]))
  return known.toSorted((a, b) => length(a.days) - length(b.days))[0] ?? null
}

/** The time that a report gives for what it is about: that of its main event, else of another, else of the reporting. */
function timeOf({ content }: Report): { readonly time: NamedTime; readonly days: Days } | null {
  const own = content.times.filter(({ isBackground }) => !isBackground)
  const ofMain = own.filter(({ event }) => event === null || event === content.mainEvent)
  return mostExact(ofMain) ?? mostExact(own) ?? mostExact(content.reportedTimes)
}

/** A fact with the first of its reports that dates it, or null where none does. */
function dated(found: OnTopic): Dated | null {
  for (const report of found.reports) {
    const given = timeOf(report)
    if (given !== null) return { found, report, ...given }
  }
  return null
}

/** A stretch of days in the shortest ISO form: a day, a month, a year, or both ends. */
export function showDays({ from, to }: Days): string {
  if (from === to) return from
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4)
  const nextDay = new Date(Date.parse(to) + 86_400_000).toISOString().slice(0, 10)
  const isMonth = from.endsWith('-01') && nextDay.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7)
  return isMonth ? from.slice(0, 7) : `${from} to ${to}`
}

/** A dated fact as an item: its day as the label, the words that give it marked. */
function datedItem(generation: Generation, { found, report, time, days }: Dated): AnswerItem {
  const reports: OnTopic['reports'] = [report, ...found.reports.filter((other) => other !== report)]
  const item = factItem(generation, { ...found, reports }, [])
  const highlights = [{ start: time.start, end: time.end }]
  return { ...item, label: showDays(days), snippet: { ...item.snippet, highlights } }
}

/**
 * The facts on a topic, or the most widely reported ones, that the articles date, by the day they are about, the earliest first. A day
 * is the text's own, resolved against its article's date.
 * @throws QueryError when the topic cannot be searched for.
 */
export function timeline(generation: Generation, input: string | undefined, article?: Article): Answer {
  const topic = readTopic(generation, input)
  const base = { generation: generation.id, articles: article === undefined ? generation.articles.length : 1 }
  const all = generation.facts
    .map((fact) => onTopic(fact, topic, article))
    .filter((fact) => fact !== null)
    .sort(byRank)
    .map(dated)
    .filter((fact) => fact !== null)
  if (all.length === 0) {
    const nearest = nearestPassages(generation, topic, article)
    return verify(generation, {
      ...base,
      status: 'nothing-found',
      reason: { code: 'type-absent', words: ['date'] },
      nearest,
    })
  }
  const items = all
    .slice(0, mostItems)
    .sort((a, b) => (a.days.from < b.days.from ? -1 : a.days.from > b.days.from ? 1 : length(a.days) - length(b.days)))
    .map((fact) => datedItem(generation, fact))
  return verify(generation, { ...base, status: 'answered', items, total: all.length })
}

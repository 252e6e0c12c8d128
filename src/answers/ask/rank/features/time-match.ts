import type { Sentence } from '../../../../language/analysis/sentence.ts'
import { type Interval, shareDay } from '../../../../language/dates/time/calendar.ts'
import { namedTime } from '../../../../language/dates/time/named-time.ts'
import type { FeatureInput } from './feature-input.ts'

const year = /\b(?:1\d|20)\d\d\b/g
const yearsIn = (text: string): readonly string[] => text.match(year) ?? []

/** The year of each interval that lies within one year. */
const yearsOf = (intervals: readonly (Interval | null)[]): readonly string[] =>
  intervals.flatMap((interval) => {
    const own = interval?.start.slice(0, 4)
    return own === undefined || interval?.end.slice(0, 4) !== own ? [] : [own]
  })

/** The years that a sentence is about, by its own words or by the date of its article. */
function yearsOfSentence({ text, times }: Sentence, date: string | null): readonly string[] {
  const relative = times.filter(({ meaning }) => meaning.kind !== 'stated')
  return [...yearsIn(text), ...yearsOf(relative.map((time) => namedTime(time, date).interval))]
}

/**
 * How well the years of a question fit: 1 if the sentence has one of them, 0.5 if its paragraph or the date of its article has, -0.5 if
 * nothing has, -1 if the sentence has another year instead; 0 if the question has none.
 */
export function yearMatch({ question: { text, times }, candidate: { sentence, passage } }: FeatureInput): number {
  const asked = [...yearsIn(text), ...yearsOf(times.flatMap(({ isStated, interval }) => (isStated ? [] : [interval])))]
  if (asked.length === 0) return 0
  const { date } = passage.article
  const own = yearsOfSentence(sentence, date)
  if (own.some((one) => asked.includes(one))) return 1
  if (own.length > 0) return -1
  const near = [...yearsIn(passage.paragraph.text), date?.slice(0, 4) ?? '']
  return near.some((one) => asked.includes(one)) ? 0.5 : -0.5
}

/**
 * Whether a sentence is about another month or season than the one asked for. Its own times decide; without any, the date of its article.
 */
export function isOfAnotherMonth({ question: { times }, candidate: { sentence, passage } }: FeatureInput): boolean {
  const months = times.flatMap(({ interval }) => (interval.precision === 'year' ? [] : [interval]))
  const { date } = passage.article
  if (months.length === 0 || date === null) return false
  const own = sentence.times.flatMap((time) => namedTime(time, date).interval ?? [])
  const all = own.length > 0 ? own : [{ start: date, end: date }]
  return !months.some((month) => all.some((days) => shareDay(days, month)))
}

/** Whether a sentence of a dated article is about another year, season or month than the one asked for. */
export function isOfAnotherTime(view: FeatureInput): boolean {
  return (view.candidate.passage.article.date !== null && yearMatch(view) < 0) || isOfAnotherMonth(view)
}

import { type Interval, shareDay } from '../../language/dates/time/calendar.ts'
import type { Claim } from '../../reading/facts/extract/claim.ts'
import type { AskedTime } from '../ask/question/asked-times.ts'

/** The fit of a report that names the time. */
export const namedFit = 3

/**
 * How well a report fits the times that a topic is limited to: 3 by the days that it names, 2 by the date of its article if it names none, 1 if
 * nothing is known, 0 if it is of another time.
 */
export function timeFit(report: Claim, times: readonly AskedTime[]): number {
  if (times.length === 0) return 1
  const { content } = report
  const { date } = report.article
  const isAsked = (own: Pick<Interval, 'start' | 'end'>) => times.some(({ interval }) => shareDay(interval, own))
  const days = [...content.times, ...content.reportedTimes].flatMap(({ interval }) => interval ?? [])
  if (days.length > 0) return days.some(isAsked) ? namedFit : 0
  if (date === null) return 1
  return isAsked({ start: date, end: date }) ? 2 : 0
}

import type { Interval } from '../../../language/dates/time/calendar.ts'
import { isSameClock } from '../../../language/dates/time/clock-time.ts'
import type { NamedTime } from '../../../language/dates/time/named-time.ts'
import type { Content, EventTime } from '../extract/claim-content.ts'

/** Whether two intervals do not overlap. */
export function apart(a: Interval, b: Interval): boolean {
  return a.end < b.start || b.end < a.start
}

function isDay({ interval }: NamedTime): boolean {
  return interval?.precision === 'day'
}

/** Whether a time has anything to compare. */
function isKnown({ interval, weekday, clock }: NamedTime): boolean {
  return interval !== null || weekday !== null || clock !== null
}

/** Pairs of times of the same event in two clauses; if they share no event, the times of each clause's main event. */
function timePairs(a: Content, b: Content): (readonly [EventTime, EventTime])[] {
  const pairs = a.times.filter(isKnown).flatMap((x) => b.times.filter(isKnown).map((y) => [x, y] as const))
  const ofOne = pairs.filter(([x, y]) => x.event === y.event)
  if (ofOne.length > 0) return ofOne
  const isMain = (time: EventTime, content: Content) => time.event === null || time.event === content.mainEvent
  return pairs.filter(([x, y]) => isMain(x, a) && isMain(y, b))
}

/** Whether two times are incompatible: different hours, dates or weekdays. */
export function cannotBoth(x: NamedTime, y: NamedTime): boolean {
  if (x.clock !== null && y.clock !== null) return !isSameClock(x.clock, y.clock)
  if (x.interval !== null && y.interval !== null) return apart(x.interval, y.interval)
  return x.weekday !== null && y.weekday !== null && x.weekday !== y.weekday
}

/** Comparable times of the same event in two clauses: hours with hours, dates with dates, otherwise whatever each has. */
export function comparableTimes(a: Content, b: Content): (readonly [EventTime, EventTime])[] {
  const pairs = timePairs(a, b)
  const hours = pairs.filter(([x, y]) => x.clock !== null && y.clock !== null)
  const dated = pairs.filter(([x, y]) => x.clock === null && y.clock === null)
  const days = dated.filter((pair) => pair.every((time) => isDay(time) || time.weekday !== null))
  return [...hours, ...(days.length > 0 ? days : dated)]
}

/** Incompatible pairs of times, if all times that the two clauses give for one event are incompatible. */
export function clashingTimes(a: Content, b: Content): (readonly [EventTime, EventTime])[] {
  const byEvent = new Map<string, (readonly [EventTime, EventTime])[]>()
  for (const pair of comparableTimes(a, b)) {
    const [x, y] = pair
    const key = `${x.clock !== null}${x.event === y.event ? x.event : ''}`
    byEvent.set(key, [...(byEvent.get(key) ?? []), pair])
  }
  return [...byEvent.values()].filter((pairs) => pairs.every(([x, y]) => cannotBoth(x, y))).flat()
}

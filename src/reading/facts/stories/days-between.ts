import type { Article } from '../../../corpus/article/article.ts'
import { numberOfIso } from '../../../language/dates/time/calendar.ts'

/** Days between the dates of two articles, or null if one has no date. */
export function daysBetween({ date: a }: Article, { date: b }: Article): number | null {
  if (a === null || b === null) return null
  const [first, second] = [numberOfIso(a), numberOfIso(b)]
  return first === null || second === null ? null : Math.abs(first - second)
}

import type { Article } from '../../../corpus/article/article.ts'

const dayLength = 86_400_000

/** Days between the dates of two articles, or null if one has no date. */
export function daysBetween(a: Article, b: Article): number | null {
  return a.date === null || b.date === null ? null : Math.abs(Date.parse(a.date) - Date.parse(b.date)) / dayLength
}

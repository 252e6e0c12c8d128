import type { Article } from '../../corpus/article.ts'

const dayLength = 86_400_000
const nearDays = 4

/** Whether the dates of two articles are at most four days apart, or one of them is not known. */
export function isNearInTime(a: Article, b: Article): boolean {
  if (a.date === null || b.date === null) return true
  return Math.abs(Date.parse(a.date) - Date.parse(b.date)) <= nearDays * dayLength
}

/** Counts, for pairs of articles, the facts that both surely report: articles that share some tell one story. */
export function createStories(): {
  add(a: Article, b: Article): void
  isOne(a: Article, b: Article): boolean
} {
  const counts = new Map<string, number>()
  const key = (a: Article, b: Article) => (a.id < b.id ? `${a.id}\n${b.id}` : `${b.id}\n${a.id}`)
  return {
    add: (a, b) => {
      counts.set(key(a, b), (counts.get(key(a, b)) ?? 0) + 1)
    },
    isOne: (a, b) => isNearInTime(a, b) && (counts.get(key(a, b)) ?? 0) >= 1,
  }
}

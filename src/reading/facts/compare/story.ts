import type { Article } from '../../../corpus/article/article.ts'

const dayLength = 86_400_000
const storyDays = 4
const nearDays = 14

/** How close two articles are: the same story, dates within two weeks, or further apart. */
export type Nearness = 'story' | 'near' | 'far'

/** Days between the dates of two articles; 0 if a date is unknown. */
function daysBetween(a: Article, b: Article): number {
  return a.date === null || b.date === null ? 0 : Math.abs(Date.parse(a.date) - Date.parse(b.date)) / dayLength
}

/** How close two articles are by date alone. */
export function nearestByDate(a: Article, b: Article): Nearness {
  const days = daysBetween(a, b)
  return days <= storyDays ? 'story' : days <= nearDays ? 'near' : 'far'
}

/** Which articles cover the same story: they share a fact with high confidence, within four days. */
export interface Stories {
  add(a: Article, b: Article): void
  nearness(a: Article, b: Article): Nearness
}

export function createStories(): Stories {
  const known = new Map<Article, Set<Article>>()
  const enter = (a: Article, b: Article) => {
    const others = known.get(a)
    if (others === undefined) known.set(a, new Set([b]))
    else others.add(b)
  }
  return {
    add(a, b) {
      enter(a, b)
      enter(b, a)
    },
    nearness(a, b) {
      const nearest = nearestByDate(a, b)
      return nearest === 'story' && known.get(a)?.has(b) !== true ? 'near' : nearest
    },
  }
}

import type { Article } from '../../../corpus/article/article.ts'

const dayLength = 86_400_000
const storyDays = 4
const nearDays = 14

/** How near two articles are: they tell one story, were written within two weeks, or further apart. */
export type Nearness = 'story' | 'near' | 'far'

/** How many days lie between the dates of two articles; none if one of them is not known. */
function daysBetween(a: Article, b: Article): number {
  return a.date === null || b.date === null ? 0 : Math.abs(Date.parse(a.date) - Date.parse(b.date)) / dayLength
}

/** The nearest that two articles can be by their dates. */
export function nearestByDate(a: Article, b: Article): Nearness {
  const days = daysBetween(a, b)
  return days <= storyDays ? 'story' : days <= nearDays ? 'near' : 'far'
}

/** Which articles tell one story: those that surely report a fact in common, within four days. */
export interface Stories {
  add(a: Article, b: Article): void
  nearness(a: Article, b: Article): Nearness
}

/** No stories yet. */
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

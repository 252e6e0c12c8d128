import type { Article } from '../../../corpus/article/article.ts'
import { indexBy } from '../../../resources/group-by.ts'
import type { Claim } from '../extract/claim.ts'
import { daysBetween } from './days-between.ts'

/** Two articles, as indexes, that may cover one event; `a` comes before `b`. */
export interface StoryPair {
  readonly a: number
  readonly b: number
  /** The cosine of their weighted terms, 0 to 1. */
  readonly likeness: number
  /** Days between their dates, or null if one has none. */
  readonly days: number | null
}

/** A term in more articles than this does not help to find similar articles. */
const maxHolders = 40
/** Articles are found through this many of their most informative terms. */
const rarest = 60
const minSharedRare = 2
/** An article is compared with at most this many others. */
const maxNearest = 10
const maxDays = 10
const minLikeness = 0.05
/** An article with more sentences and clauses is no report of one event: it is only compared by the rules for unrelated articles. */
const maxClaims = 150

interface Profile {
  readonly weights: ReadonlyMap<string, number>
  readonly length: number
}

/** The terms of each article, each weighted by how often it occurs (1 + ln n) and how few articles have it. */
function profilesOf(claims: readonly (readonly Claim[])[]): readonly Profile[] {
  const counts = claims.map((own) => {
    const found = new Map<string, number>()
    for (const { content, isMain } of own) {
      if (isMain) for (const term of content.terms) found.set(term, (found.get(term) ?? 0) + 1)
    }
    return found
  })
  const holders = new Map<string, number>()
  for (const found of counts) for (const term of found.keys()) holders.set(term, (holders.get(term) ?? 0) + 1)
  const size = claims.length
  return counts.map((found) => {
    const weights = new Map<string, number>()
    let squares = 0
    for (const [term, count] of found) {
      const n = holders.get(term) ?? 1
      const weight = (1 + Math.log(count)) * Math.log(1 + (size + 1) / n)
      weights.set(term, weight)
      squares += weight * weight
    }
    return { weights, length: Math.sqrt(squares) }
  })
}

function likeness(a: Profile, b: Profile): number {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a]
  let sum = 0
  for (const [term, weight] of small.weights) sum += weight * (large.weights.get(term) ?? 0)
  const lengths = a.length * b.length
  return lengths === 0 ? 0 : sum / lengths
}

/** The pairs of articles that may cover one event: similar terms within ten days. `claims` are those of each article. */
export function storyPairs(articles: readonly Article[], claims: readonly (readonly Claim[])[]): readonly StoryPair[] {
  const profiles = profilesOf(claims)
  const isReport = (at: number) => (claims[at]?.length ?? 0) <= maxClaims
  const rare = profiles.map(({ weights }) =>
    [...weights]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, rarest)
      .map(([term]) => term),
  )
  const holders = indexBy(profiles.keys(), (at) => profiles[at]?.weights.keys() ?? [])
  const found = new Map<string, StoryPair>()
  const shared = new Map<number, number>()
  for (const [a, terms] of rare.entries()) {
    if (!isReport(a)) continue
    shared.clear()
    for (const term of terms) {
      const known = holders.get(term) ?? []
      if (known.length <= maxHolders) for (const b of known) if (b !== a) shared.set(b, (shared.get(b) ?? 0) + 1)
    }
    const near: StoryPair[] = []
    for (const [b, count] of shared) {
      if (count < minSharedRare || !isReport(b)) continue
      const [one, other] = [articles[a], articles[b]]
      const [mine, others] = [profiles[a], profiles[b]]
      if (!one || !other || !mine || !others) continue
      const days = daysBetween(one, other)
      if (days !== null && days > maxDays) continue
      const like = likeness(mine, others)
      if (like >= minLikeness) near.push({ a: Math.min(a, b), b: Math.max(a, b), likeness: like, days })
    }
    for (const pair of near.sort((x, y) => y.likeness - x.likeness).slice(0, maxNearest))
      found.set(`${pair.a}:${pair.b}`, pair)
  }
  return [...found.values()].sort((x, y) => x.a - y.a || x.b - y.b)
}

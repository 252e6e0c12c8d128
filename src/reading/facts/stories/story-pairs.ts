import type { Article } from '../../../corpus/article/article.ts'
import { growingNumbers } from '../../../resources/numbers/growing-numbers.ts'
import { numbering } from '../../../resources/numbers/numbering.ts'
import { invert, type Rows, rowsOf } from '../../../resources/numbers/rows.ts'
import { takeAll } from '../../../resources/steps.ts'
import { rarestTerms } from '../../rarest-terms.ts'
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

/** The terms of each article, each weighted by how often it occurs (1 + ln n) and how few articles have it. */
interface Profiles {
  /** The numbers of the terms of each article, ascending, one row for each. */
  readonly rows: Rows
  /** The weight of each of these. */
  readonly weights: Float64Array
  /** The length of each article's weights as a vector. */
  readonly lengths: Float64Array
  /** The articles that have a term, ascending. */
  readonly holders: (term: number) => Uint32Array
  /** The terms by their numbers. */
  readonly terms: readonly string[]
}

function profilesOf(claims: readonly (readonly Claim[])[]): Profiles {
  const terms = numbering<string>()
  const counts = growingNumbers()
  const countsIn = (own: readonly Claim[]): readonly (readonly [number, number])[] => {
    const found = new Map<number, number>()
    for (const { content, isMain } of own) {
      if (!isMain) continue
      for (const term of content.terms) {
        const number = terms.indexOf(term)
        found.set(number, (found.get(number) ?? 0) + 1)
      }
    }
    return [...found].sort(([one], [other]) => one - other)
  }
  const rows = takeAll(
    rowsOf(claims, (own) =>
      countsIn(own).map(([number, count]) => {
        counts.add(count)
        return number
      }),
    ),
  )
  const { starts } = rows
  const all = terms.all()
  const holders = invert(rows, all.length)
  const occurrences = counts.all()
  const weights = Float64Array.from(rows.numbers, (term, at) => {
    const n = holders(term).length
    return (1 + Math.log(occurrences[at] ?? 1)) * Math.log(1 + (claims.length + 1) / n)
  })
  const lengths = Float64Array.from(claims, (_, at) =>
    Math.sqrt(weights.subarray(starts[at], starts[at + 1]).reduce((sum, weight) => sum + weight * weight, 0)),
  )
  return { rows, weights, lengths, holders, terms: all }
}

/** The cosine of the weighted terms of two articles. */
function likeness({ rows: { numbers, starts }, weights, lengths }: Profiles, a: number, b: number): number {
  const [endOfA, endOfB] = [starts[a + 1] ?? 0, starts[b + 1] ?? 0]
  let [i, j, sum] = [starts[a] ?? 0, starts[b] ?? 0, 0]
  while (i < endOfA && j < endOfB) {
    const [one, other] = [numbers[i] ?? 0, numbers[j] ?? 0]
    if (one === other) sum += (weights[i] ?? 0) * (weights[j] ?? 0)
    if (one <= other) i++
    if (other <= one) j++
  }
  const product = (lengths[a] ?? 0) * (lengths[b] ?? 0)
  return product === 0 ? 0 : sum / product
}

/** The numbers of an article's most informative terms. */
function rarestOf({ rows: { numbers, starts }, weights, terms }: Profiles, article: number): readonly number[] {
  const start = starts[article] ?? 0
  const own = Array.from(numbers.subarray(start, starts[article + 1]), (number, at) => ({
    number,
    term: terms[number] ?? '',
    weight: weights[start + at] ?? 0,
  }))
  return rarestTerms(own, rarest).map(({ number }) => number)
}

/** The pairs of articles that may cover one event: similar terms within ten days. `claims` are those of each article. */
export function storyPairs(articles: readonly Article[], claims: readonly (readonly Claim[])[]): readonly StoryPair[] {
  const profiles = profilesOf(claims)
  const isReport = (at: number) => (claims[at]?.length ?? 0) <= maxClaims
  const found = new Map<string, StoryPair>()
  const shared = new Map<number, number>()
  for (let a = 0; a < articles.length; a++) {
    if (!isReport(a)) continue
    shared.clear()
    for (const term of rarestOf(profiles, a)) {
      const known = profiles.holders(term)
      if (known.length <= maxHolders) for (const b of known) if (b !== a) shared.set(b, (shared.get(b) ?? 0) + 1)
    }
    const near: StoryPair[] = []
    for (const [b, count] of shared) {
      if (count < minSharedRare || !isReport(b)) continue
      const [one, other] = [articles[a], articles[b]]
      if (one === undefined || other === undefined) continue
      const days = daysBetween(one, other)
      if (days !== null && days > maxDays) continue
      const like = likeness(profiles, a, b)
      if (like >= minLikeness) near.push({ a: Math.min(a, b), b: Math.max(a, b), likeness: like, days })
    }
    for (const pair of near.sort((x, y) => y.likeness - x.likeness).slice(0, maxNearest))
      found.set(`${pair.a}:${pair.b}`, pair)
  }
  return [...found.values()].sort((x, y) => x.a - y.a || x.b - y.b)
}

import type { Sentence } from '../../../language/analysis/sentence.ts'
import type { Contradiction } from '../contradictions/find-contradictions.ts'
import type { Claim } from '../extract/claim.ts'
import type { FactModels } from '../models/fact-models.ts'
import type { ClausesOf } from './clauses-in.ts'
import { type IndexPair, pairLikelihoods } from './pair-likelihoods.ts'
import { createRelation, type Relation } from './relation.ts'
import { reportWeights } from './term-weights.ts'
import { createGroups, type Group, type Groups } from './union-groups.ts'

/** A new report is compared with at most this many members before it joins a group. */
const maxCompared = 8
/** Minimum probability of a pair that joins two groups, and minimum mean over the pairs of their members. Chosen by cross-validation. */
const minProbability = 0.86
const minMean = 0.8
/** The minimum mean for groups that contradict each other. Chosen by cross-validation. */
const minMeanOfContradicting = 0.3
/** Whole sentences are joined before clauses, unless the rules find that clauses overlap much more. */
const clausePenalty = 0.03
const ruledClausePenalty = 0.15
const timePenalty = 0.15

/** The order in which pairs are joined: those that the rules accept come first, by their overlap, then by the model's probability. */
function confidence({ a, b, probability, overlap }: IndexPair, reports: readonly Claim[]): number {
  const [x, y] = [reports[a], reports[b]]
  const clauses = (x?.isMain ? 0 : 1) + (y?.isMain ? 0 : 1)
  if (overlap === null) return probability - clausePenalty * clauses
  return 2 + overlap - ruledClausePenalty * clauses - (x?.content.isAhead === y?.content.isAhead ? 0 : timePenalty)
}

/** The groups of reports. */
export interface Grouping {
  readonly groups: Groups
  /** The contradictions between members of one group, the surest first. */
  readonly contradictions: readonly Contradiction[]
  /** The sentences that tell of one fact by the rules, whatever the models say. */
  readonly ruled: Relation<Sentence>
}

/**
 * Groups reports, the most likely pairs first. No group has two sentences of one article unless one repeats the other.
 */
export function groupClaims(reports: readonly Claim[], clausesOf: ClausesOf, models: FactModels): Grouping {
  const weight = reportWeights(reports.filter(({ isMain }) => isMain))
  const likelihoods = pairLikelihoods(reports, weight, models)
  const groups = createGroups(reports)
  /** Whether the two groups have sentences of one article that do not repeat each other. */
  const areApart = (larger: Group, smaller: Group): boolean =>
    [...smaller.byArticle].some(([article, at]) => {
      const twin = larger.byArticle.get(article)
      if (twin === undefined) return false
      return reports[at]?.sentence === reports[twin]?.sentence || likelihoods.of(at, twin) < minProbability
    })
  const compared = ({ members }: Group) => members.slice(0, maxCompared)
  const areLikely = (larger: Group, smaller: Group, minimum: number): boolean => {
    const [some, others] = [compared(larger), compared(smaller)]
    let sum = 0
    for (const a of some) for (const b of others) sum += likelihoods.of(a, b)
    return sum >= minimum * some.length * others.length
  }
  const canAllBeMembers = (larger: Group, smaller: Group): boolean =>
    compared(larger).every((a) => compared(smaller).every((b) => likelihoods.canBeMembers(a, b)))
  /** Whether some clauses of the two sentences already share a group. */
  const areTogether = (a: number, b: number): boolean => {
    const other = reports[b]?.sentence
    return clausesOf(a).some((at) => groups.of(at).members.some((member) => reports[member]?.sentence === other))
  }
  const isClause = (at: number) => reports[at]?.isMain === false
  const pairs = likelihoods.pairs
    .map((pair) => ({ ...pair, sure: confidence(pair, reports) }))
    .filter(({ sure }) => sure >= minProbability)
    .sort((x, y) => y.sure - x.sure || x.a - y.a || x.b - y.b)
  for (const { a, b, overlap } of pairs) {
    if ((isClause(a) || isClause(b)) && areTogether(a, b)) continue
    groups.join(a, b, (larger, smaller) => {
      if (areApart(larger, smaller)) return false
      return (overlap !== null && canAllBeMembers(larger, smaller)) || areLikely(larger, smaller, minMean)
    })
  }
  for (const { a, b } of likelihoods.contradictions) {
    if (areTogether(a, b)) continue
    groups.join(a, b, (larger, smaller) => {
      return !areApart(larger, smaller) && areLikely(larger, smaller, minMeanOfContradicting)
    })
  }
  const ruled = createRelation<Sentence>()
  for (const { a, b, overlap } of likelihoods.pairs) {
    const [left, right] = [reports[a], reports[b]]
    if (overlap !== null && left !== undefined && right !== undefined) ruled.add(left.sentence, right.sentence)
  }
  return { groups, contradictions: likelihoods.contradictions.filter(({ a, b }) => areTogether(a, b)), ruled }
}

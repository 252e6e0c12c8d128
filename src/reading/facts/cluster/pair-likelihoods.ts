import type { Article } from '../../../corpus/article/article.ts'
import type { TermWeight } from '../../term-weight.ts'
import { type Comparison, compare } from '../compare/compare-claims.ts'
import { canBeMembers, isRepeat, isSameFact } from '../compare/same-fact-rules.ts'
import { type Contradiction, findContradictions } from '../contradictions/find-contradictions.ts'
import type { Claim } from '../extract/claim.ts'
import type { FactModels } from '../models/fact-models.ts'
import { likelyPairs } from '../pairs/likely-pairs.ts'
import { daysBetween } from '../stories/days-between.ts'
import { candidatePairs } from './candidate-pairs.ts'
import { createRelation, type Relation } from './relation.ts'

/** Two claims, as indexes, and the probability that they report one fact, 0 to 1. */
export interface IndexPair {
  readonly a: number
  readonly b: number
  readonly probability: number
  /** The weighted overlap of the claims, 0 to 1, if the rules accept the pair, whatever the model says; otherwise null. */
  readonly overlap: number | null
}

/** How likely two claims report one fact. */
export interface PairLikelihoods {
  /** The pairs that may report one fact. */
  readonly pairs: readonly IndexPair[]
  /** The contradictions between claims of one story, the surest first. */
  readonly contradictions: readonly Contradiction[]
  /** The probability of any two claims, by index, 0 to 1. */
  of(a: number, b: number): number
  /** Whether the rules let two claims, by index, be in one fact through a third. */
  canBeMembers(a: number, b: number): boolean
}

/** The probability of pairs that the rules accept: they made no error on the tuning sets. */
const byRule = 0.95
/** Articles further apart than this report different events unless both give the day. */
const farDays = 14
/** The rules for one story hold for articles that appeared within this many days. */
const storyDays = 4
/** The probability of pairs that neither the model nor the rules accept. */
const unlikely = 0.01

/** The articles that share a story: they appeared within days, and the rules for unrelated articles find a common fact. */
function storiesOf(
  claims: readonly Claim[],
  candidates: readonly (readonly [number, number])[],
  weight: TermWeight,
): Relation<Article> {
  const stories = createRelation<Article>()
  for (const [a, b] of candidates) {
    const [left, right] = [claims[a], claims[b]]
    if (left === undefined || right === undefined || !left.isMain || !right.isMain) continue
    if (left.article === right.article || stories.has(left.article, right.article)) continue
    const isNear = (daysBetween(left.article, right.article) ?? 0) <= storyDays
    if (isNear && isSameFact(compare(left, right, weight), 'near')) stories.add(left.article, right.article)
  }
  return stories
}

/** Two statements must share this many words other than names: not everything that somebody says on a topic is one fact. */
const minStatedTerms = 2

const isWord = (term: string) => !/^[@=#]/u.test(term)

/**
 * Whether the model may join two claims. Statements must share words, and clauses an event: "Ana Lima, who attended, …" shares nothing but a
 * name with what she said.
 */
function mayReportOne(left: Claim, right: Claim): boolean {
  const [a, b] = [left.content, right.content]
  const areStatements = left.source !== null && right.source !== null
  const shared = [...a.terms].filter((term) => isWord(term) && b.terms.has(term)).length
  if (areStatements && shared < minStatedTerms) return false
  return (left.isMain && right.isMain) || [...a.events].some((event) => b.events.has(event))
}

/**
 * The likelihoods of all pairs: by the trained model for articles that may cover one event, and by strict rules for all others and for
 * repeats within one article.
 */
export function pairLikelihoods(claims: readonly Claim[], weight: TermWeight, models: FactModels): PairLikelihoods {
  const likely = likelyPairs(claims, weight, models)
  const candidates = candidatePairs(claims, weight)
  const stories = storiesOf(claims, candidates, weight)
  const key = (a: number, b: number) => Math.min(a, b) * claims.length + Math.max(a, b)
  const comparison = (a: number, b: number): Comparison | null => {
    const [left, right] = [claims[a], claims[b]]
    return left === undefined || right === undefined ? null : compare(left, right, weight)
  }
  /** How two claims compare, or null if the rules do not accept that they report one fact. */
  const acceptedByRule = (a: number, b: number): Comparison | null => {
    const [left, right, found] = [claims[a], claims[b], comparison(a, b)]
    if (left === undefined || right === undefined || found === null) return null
    if (left.article === right.article) return isRepeat(found) ? found : null
    const days = daysBetween(left.article, right.article) ?? 0
    const isStory = days <= storyDays && stories.has(left.article, right.article)
    return isSameFact(found, isStory ? 'story' : days > farDays ? 'far' : 'near') ? found : null
  }
  const byModel = new Map<number, IndexPair>()
  for (const { a, b, probability } of likely.pairs) byModel.set(key(a, b), { a, b, probability, overlap: null })
  const ruled: IndexPair[] = []
  for (const [a, b] of candidates) {
    if (claims[a]?.sentence === claims[b]?.sentence) continue
    const found = acceptedByRule(a, b)
    if (found === null) continue
    const probability = Math.max(byRule, byModel.get(key(a, b))?.probability ?? 0)
    ruled.push({ a, b, probability, overlap: found.score })
  }
  const joined = [...byModel].filter(([, { a, b }]) => {
    const [left, right] = [claims[a], claims[b]]
    return left !== undefined && right !== undefined && mayReportOne(left, right)
  })
  const pairs = new Map([...joined, ...ruled.map((pair): [number, IndexPair] => [key(pair.a, pair.b), pair])])
  const settled = new Map<number, number>()
  return {
    pairs: [...pairs.values()],
    contradictions: findContradictions(likely, models.contradictions),
    canBeMembers(a, b) {
      const found = comparison(a, b)
      return found !== null && canBeMembers(found)
    },
    of(a, b) {
      const name = key(a, b)
      const known = settled.get(name)
      if (known !== undefined) return known
      const found = (pairs.get(name) ?? byModel.get(name))?.probability ?? unlikely
      const probability = found < byRule && acceptedByRule(a, b) !== null ? byRule : found
      settled.set(name, probability)
      return probability
    },
  }
}

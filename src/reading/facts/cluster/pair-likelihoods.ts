import type { Article } from '../../../corpus/article/article.ts'
import type { TermWeight } from '../../term-weight.ts'
import { compare } from '../compare/compare-claims.ts'
import { canBeMembers, isRepeat, isSameFact } from '../compare/same-fact-rules.ts'
import { type Contradiction, findContradictions } from '../contradictions/find-contradictions.ts'
import type { Claim } from '../extract/claim.ts'
import type { FactModels } from '../models/fact-models.ts'
import { likelyPairs } from '../pairs/likely-pairs.ts'
import { daysBetween } from '../stories/days-between.ts'
import { candidatePairs } from './candidate-pairs.ts'

/** Two claims, as indexes, and the probability that they report one fact, 0 to 1. */
export interface IndexPair {
  readonly a: number
  readonly b: number
  readonly probability: number
  /** Whether the rules accept it, whatever the model says. */
  readonly isByRule: boolean
  /** The weighted overlap of the claims, 0 to 1, if the rules accept it. */
  readonly overlap: number
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

/** The probability of pairs that the rules for articles without a common event accept: they made no error on the tuning sets. */
const byRule = 0.95
/** Articles further apart than this report different events unless both give the day. */
const farDays = 14
/** The rules for one story hold for articles that appeared within this many days. */
const storyDays = 4
/** The probability of pairs that neither the model nor the rules accept. */
const unlikely = 0.01

/** The articles that share a story with each article: within days, and with a fact that the rules for unrelated articles accept. */
function storiesOf(
  claims: readonly Claim[],
  candidates: readonly (readonly [number, number])[],
  weight: TermWeight,
): ReadonlyMap<Article, ReadonlySet<Article>> {
  const stories = new Map<Article, Set<Article>>()
  for (const [a, b] of candidates) {
    const [left, right] = [claims[a], claims[b]]
    if (left === undefined || right === undefined || !left.isMain || !right.isMain) continue
    if (left.article === right.article || stories.get(left.article)?.has(right.article)) continue
    const isNear = (daysBetween(left.article, right.article) ?? 0) <= storyDays
    if (!isNear || !isSameFact(compare(left, right, weight), 'near')) continue
    stories.set(left.article, (stories.get(left.article) ?? new Set()).add(right.article))
    stories.set(right.article, (stories.get(right.article) ?? new Set()).add(left.article))
  }
  return stories
}

/** Two statements of sources must share this many words that are no names: what one says of a topic is not all one fact. */
const minStatedTerms = 2

const isWord = (term: string) => !/^[@=#]/u.test(term)

/**
 * Whether the model may join two claims. Statements must share words, and clauses an event: "Ana Lima, who attended, …" shares nothing but a
 * name with what she said.
 */
function mayReportOne(
  { content: a, isMain, source }: Claim,
  { content: b, isMain: isOtherMain, source: other }: Claim,
) {
  const shared = [...a.terms].filter((term) => isWord(term) && b.terms.has(term)).length
  if (source !== null && other !== null && shared < minStatedTerms) return false
  return (isMain && isOtherMain) || [...a.events].some((event) => b.events.has(event))
}

/**
 * The likelihoods of all pairs: by the trained model for articles that may cover one event, and by strict rules for all others and for
 * repeats within one article.
 */
export function pairLikelihoods(claims: readonly Claim[], weight: TermWeight, models: FactModels): PairLikelihoods {
  const likely = likelyPairs(claims, weight, models)
  const candidates = candidatePairs(claims, weight)
  const stories = storiesOf(claims, candidates, weight)
  const known = new Map<number, Map<number, number>>()
  const pairs: IndexPair[] = []
  const add = (pair: IndexPair) => {
    const { a, b, probability } = pair
    const [low, high] = [Math.min(a, b), Math.max(a, b)]
    const row = known.get(low) ?? new Map<number, number>()
    row.set(high, probability)
    known.set(low, row)
    pairs.push(pair)
  }
  const isByRule = (a: number, b: number): boolean => {
    const [left, right] = [claims[a], claims[b]]
    if (left === undefined || right === undefined) return false
    const found = compare(left, right, weight)
    if (left.article === right.article) return isRepeat(found)
    const days = daysBetween(left.article, right.article) ?? 0
    const isStory = days <= storyDays && stories.get(left.article)?.has(right.article) === true
    return isSameFact(found, isStory ? 'story' : days > farDays ? 'far' : 'near')
  }
  const inStory = new Map(
    likely
      .filter(({ left, right }) => mayReportOne(left.claim, right.claim))
      .map(({ left, right, probability }): [string, IndexPair] => [
        `${left.index}:${right.index}`,
        { a: left.index, b: right.index, probability, isByRule: false, overlap: 0 },
      ]),
  )
  for (const [a, b] of candidates) {
    if (claims[a]?.sentence === claims[b]?.sentence || !isByRule(a, b)) continue
    const model = inStory.get(`${a}:${b}`)?.probability ?? 0
    inStory.delete(`${a}:${b}`)
    const [left, right] = [claims[a], claims[b]]
    const overlap = left && right ? compare(left, right, weight).score : 0
    add({ a, b, probability: Math.max(byRule, model), isByRule: true, overlap })
  }
  for (const pair of inStory.values()) add(pair)
  /** Pairs that the rules have judged. */
  const judged = new Set<string>()
  return {
    pairs,
    contradictions: findContradictions(likely, models.contradictions),
    canBeMembers(a, b) {
      const [left, right] = [claims[a], claims[b]]
      return left !== undefined && right !== undefined && canBeMembers(compare(left, right, weight))
    },
    of(a, b) {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      const row = known.get(low) ?? new Map<number, number>()
      known.set(low, row)
      const found = row.get(high) ?? unlikely
      if (found >= byRule || judged.has(`${low}:${high}`)) return found
      judged.add(`${low}:${high}`)
      const probability = isByRule(low, high) ? byRule : found
      row.set(high, probability)
      return probability
    },
  }
}

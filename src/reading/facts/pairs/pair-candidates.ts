import { indexBy } from '../../../resources/group-by.ts'
import { compare } from '../compare/compare-claims.ts'
import { type PreparedClaim, vectorLikeness } from './claims/article-claims.ts'
import type { ClaimPair, PairContext } from './features/pair.ts'

/**
 * A claim is compared with at most this many of another article that share words or values with it, and with the one whose words are most
 * alike by their vectors, if they are alike at all. Of the pairs that the model finds likely, more would add 1 in 900.
 */
const maxSharing = 4
const minVectorLikeness = 0.4
/** A shared figure or time counts as much as a rare word. */
const valueWeight = 3

/** The index of the claim whose words are most alike by their vectors, or -1. */
function mostAlike(one: PreparedClaim, others: readonly PreparedClaim[]): number {
  let [best, found] = [minVectorLikeness, -1]
  for (const [at, other] of others.entries()) {
    const alike = vectorLikeness(one, other)
    if (alike > best) [best, found] = [alike, at]
  }
  return found
}

/** The claims of two articles that share a concept, a figure or a time, or have words of like meaning. */
export function* pairCandidates({ left, right, weight, localWeight }: PairContext): Generator<ClaimPair> {
  const byConcept = indexBy(right.claims.keys(), (at) => right.claims[at]?.words.map(({ concept }) => concept) ?? [])
  const byValue = indexBy(right.claims.keys(), (at) => right.claims[at]?.slots.map(({ key }) => key) ?? [])
  const shared = new Float64Array(right.claims.length)
  for (const one of left.claims) {
    shared.fill(0)
    for (const word of one.words) {
      const own = localWeight(word)
      for (const at of byConcept.get(word.concept) ?? []) shared[at] = (shared[at] ?? 0) + own
    }
    for (const { key } of one.slots) {
      for (const at of byValue.get(key) ?? []) shared[at] = (shared[at] ?? 0) + valueWeight
    }
    const sorted = [...shared.filter((weight) => weight > 0)].sort((a, b) => b - a)
    const least = sorted[maxSharing - 1] ?? 0
    const alike = mostAlike(one, right.claims)
    for (const [at, other] of right.claims.entries()) {
      const own = shared[at] ?? 0
      if ((own > 0 && own >= least) || at === alike)
        yield { left: one, right: other, comparison: compare(one.claim, other.claim, weight) }
    }
  }
}

import { isSameName } from '../../extract/name-mentions.ts'
import type { PreparedClaim } from '../claims/article-claims.ts'
import type { ClaimWord } from '../claims/claim-words.ts'
import type { FeatureGroup, PairContext } from './pair.ts'

/** The weight of the names that only the first has. */
function unsharedNames(mine: readonly ClaimWord[], others: readonly ClaimWord[], { localWeight }: PairContext): number {
  let sum = 0
  for (const word of mine) {
    if (word.isName && !others.some(({ concept }) => concept === word.concept)) sum += localWeight(word)
  }
  return sum
}

/** How alike the main events are; -1 if one has none. */
function mainEventLikeness(left: PreparedClaim, right: PreparedClaim, { likeness }: PairContext): number {
  const mainOf = ({ claim, words }: PreparedClaim) => words.find(({ concept }) => concept === claim.content.mainEvent)
  const [one, other] = [mainOf(left), mainOf(right)]
  return one === undefined || other === undefined ? -1 : likeness(one, other)
}

/** How alike the most alike events are, weighted by how informative they are. */
function eventLikeness(left: PreparedClaim, right: PreparedClaim, { likeness, localWeight }: PairContext): number {
  let best = 0
  for (const one of left.words) {
    if (!left.claim.content.events.has(one.concept)) continue
    for (const other of right.words) {
      if (!right.claim.content.events.has(other.concept)) continue
      best = Math.max(best, likeness(one, other) * Math.min(localWeight(one), localWeight(other)))
    }
  }
  return best
}

/** Who does what: subjects, events, and names that only one claim has. */
export const actorFeatures: FeatureGroup = {
  names: [
    'same subject',
    'other subject',
    'likeness of main events',
    'likeness of events',
    'fewer unshared names',
    'more unshared names',
  ],
  values({ left, right }, context) {
    const [a, b] = [left.claim.content.subjects, right.claim.content.subjects]
    const isSame = a.some((one) => b.some((other) => isSameName(one, other)))
    const unshared = [unsharedNames(left.words, right.words, context), unsharedNames(right.words, left.words, context)]
    return [
      Number(isSame),
      Number(a.length > 0 && b.length > 0 && !isSame),
      mainEventLikeness(left, right, context),
      eventLikeness(left, right, context),
      Math.min(...unshared),
      Math.max(...unshared),
    ]
  },
}

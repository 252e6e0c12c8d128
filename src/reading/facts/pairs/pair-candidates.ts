import type { ArticleClaims, PreparedClaim } from './claims/article-claims.ts'
import type { ClaimPair, PairContext } from './features/pair.ts'

/** Claims whose words are at least this alike by their vectors are compared even if they share no word. */
const minVectorLikeness = 0.4
/** A claim is compared with at most this many of another article that share words or values with it. */
const maxSharing = 8
/** A shared figure or time counts as much as a rare word. */
const valueWeight = 3

/** The claims that have each concept, and each figure or time. */
function holdersOf({ claims }: ArticleClaims): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>()
  const add = (key: string, at: number) => {
    const known = holders.get(key)
    if (known === undefined) holders.set(key, [at])
    else known.push(at)
  }
  for (const [at, claim] of claims.entries()) {
    for (const { concept } of claim.words) add(concept, at)
    for (const { key } of claim.slots) add(`#${key}`, at)
  }
  return holders
}

function isAlike({ vector: a }: PreparedClaim, { vector: b }: PreparedClaim): boolean {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum >= minVectorLikeness
}

/** The claims of two articles that share a concept, a figure or a time, or have words of like meaning. */
export function* pairCandidates({ left, right, localWeight }: PairContext): Generator<ClaimPair> {
  const holders = holdersOf(right)
  const shared = new Float64Array(right.claims.length)
  for (const one of left.claims) {
    shared.fill(0)
    for (const word of one.words) {
      const weight = localWeight(word)
      for (const at of holders.get(word.concept) ?? []) shared[at] = (shared[at] ?? 0) + weight
    }
    for (const { key } of one.slots) {
      for (const at of holders.get(`#${key}`) ?? []) shared[at] = (shared[at] ?? 0) + valueWeight
    }
    const sorted = [...shared.filter((weight) => weight > 0)].sort((a, b) => b - a)
    const least = sorted[maxSharing - 1] ?? 0
    for (const [at, other] of right.claims.entries()) {
      const weight = shared[at] ?? 0
      if ((weight > 0 && weight >= least) || isAlike(one, other)) yield { left: one, right: other }
    }
  }
}

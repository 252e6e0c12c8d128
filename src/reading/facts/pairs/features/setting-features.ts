import type { PreparedClaim } from '../claims/article-claims.ts'
import type { FeatureGroup } from './pair.ts'

/** The share of the smaller set that the other also has. */
function sharedPart(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const member of small) if (large.has(member)) shared++
  return small.size === 0 ? 0 : shared / small.size
}

/** Where the claims are in their articles, and how close the articles are. */
export const settingFeatures: FeatureGroup = {
  names: [
    'likeness of neighbours',
    'distance of places',
    'earlier place',
    'first sentences',
    'likeness of articles',
    'days between articles',
    'ratio of lengths',
    'clauses',
  ],
  values({ left, right }, context) {
    const [a, b] = [left.place / Math.max(1, context.left.size), right.place / Math.max(1, context.right.size)]
    const length = ({ claim: { focus } }: PreparedClaim) => focus.end - focus.start
    const [one, other] = [length(left), length(right)]
    return [
      sharedPart(left.around, right.around),
      Math.abs(a - b),
      Math.min(a, b),
      Number(left.place === 0) + Number(right.place === 0),
      context.story.likeness,
      context.story.days ?? 0,
      Math.min(one, other) / Math.max(1, one, other),
      Number(!left.claim.isMain) + Number(!right.claim.isMain),
    ]
  },
}

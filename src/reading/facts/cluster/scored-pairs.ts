import type { TermWeight } from '../../term-weight.ts'
import { type Comparison, compare } from '../compare/compare-claims.ts'
import { isRepeat, isSameFact } from '../compare/same-fact-rules.ts'
import { createStories, nearestByDate } from '../compare/story.ts'
import type { Claim } from '../extract/claim.ts'
import { candidatePairs } from './candidate-pairs.ts'

/** Two reports, as indexes, that report the same fact. */
export interface Pair {
  readonly a: number
  readonly b: number
  readonly found: Comparison
}

/** The pairs that report the same fact, judged by their content and by how close their articles are. */
export function samePairs(reports: readonly Claim[], weight: TermWeight): readonly Pair[] {
  const stories = createStories()
  const possible: (Pair & { readonly left: Claim; readonly right: Claim })[] = []
  for (const [a, b] of candidatePairs(reports, weight)) {
    const [left, right] = [reports[a], reports[b]]
    if (left === undefined || right === undefined || left.sentence === right.sentence) continue
    const found = compare(left, right, weight)
    const isOneArticle = left.article === right.article
    const nearest = nearestByDate(left.article, right.article)
    if (isOneArticle ? !isRepeat(found) : !isSameFact(found, nearest)) continue
    possible.push({ a, b, found, left, right })
    const isSure = !isOneArticle && left.isMain && right.isMain && isSameFact(found, 'near')
    if (isSure && nearest === 'story') stories.add(left.article, right.article)
  }
  return possible.filter(
    ({ found, left, right }) =>
      left.article === right.article || isSameFact(found, stories.nearness(left.article, right.article)),
  )
}

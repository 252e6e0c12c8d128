import { groupBy, indexBy } from '../../../resources/group-by.ts'
import { oncePerKey } from '../../../resources/once-per-key.ts'
import { recentResults } from '../../../resources/recent-results.ts'
import type { TermWeight } from '../../term-weight.ts'
import type { Claim } from '../extract/claim.ts'
import { type StoryPair, storyPairs } from '../stories/story-pairs.ts'
import { type ArticleClaims, type IndexedClaim, type PreparedClaim, prepareClaims } from './claims/article-claims.ts'
import { type ClaimWord, createLikeness } from './claims/claim-words.ts'
import type { PairContext } from './features/pair.ts'

/** Two articles that may cover one event. */
export interface Story {
  /** What is needed to compare their claims. It takes up to a megabyte, so only those of the last few stories are cached. */
  context(): PairContext
}

/** The caches hold between one and two times these numbers. A prepared claim takes about three kilobytes. */
const keptArticles = 64
const keptStories = 2

/** Orders pairs breadth first from each article, so that pairs with a common article are near each other. */
function neighboursTogether(pairs: readonly StoryPair[]): readonly StoryPair[] {
  const byArticle = indexBy(pairs, ({ a, b }) => [a, b])
  const ordered = new Set<StoryPair>()
  const reached = new Set<number>()
  for (const article of byArticle.keys()) {
    const next = reached.has(article) ? [] : [article]
    for (const one of next) {
      if (reached.has(one)) continue
      reached.add(one)
      for (const pair of byArticle.get(one) ?? []) {
        ordered.add(pair)
        next.push(pair.a, pair.b)
      }
    }
  }
  return [...ordered]
}

function contextOf(left: ArticleClaims, right: ArticleClaims, story: StoryPair, weight: TermWeight): PairContext {
  const size = left.size + right.size
  const byConcept = oncePerKey((concept: string) =>
    Math.log(1 + size / (1 + (left.concepts.get(concept) ?? 0) + (right.concepts.get(concept) ?? 0))),
  )
  const localWeight = ({ concept }: ClaimWord) => byConcept(concept)
  return {
    left,
    right,
    story,
    weight,
    likeness: createLikeness(left.words, right.words),
    localWeight,
    localWeights: oncePerKey(({ words }: PreparedClaim) => Float64Array.from(words, localWeight)),
  }
}

/** All pairs of articles that may cover one event. `claims` are those of all articles. */
export function readStories(claims: readonly Claim[], weight: TermWeight): readonly Story[] {
  const byArticle = [
    ...groupBy(
      claims.map((claim, index): IndexedClaim => ({ claim, index })),
      ({ claim }) => claim.article,
    ).values(),
  ]
  const articles = byArticle.map(([{ claim }]) => claim.article)
  const own = byArticle.map((indexed) => indexed.map(({ claim }) => claim))
  const prepared = recentResults(keptArticles, (indexed: readonly IndexedClaim[]) => prepareClaims(indexed, weight))
  const context = recentResults(keptStories, (story: StoryPair) =>
    contextOf(prepared(byArticle[story.a] ?? []), prepared(byArticle[story.b] ?? []), story, weight),
  )
  return neighboursTogether(storyPairs(articles, own)).map((story) => ({ context: () => context(story) }))
}

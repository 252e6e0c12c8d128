import type { TermWeight } from '../../../term-weight.ts'
import type { Comparison } from '../../compare/compare-claims.ts'
import type { StoryPair } from '../../stories/story-pairs.ts'
import type { ArticleClaims, PreparedClaim } from '../claims/article-claims.ts'
import type { ClaimWord, Likeness } from '../claims/claim-words.ts'

/** What the features of two articles' pairs need. */
export interface PairContext {
  readonly left: ArticleClaims
  readonly right: ArticleClaims
  readonly story: Pick<StoryPair, 'likeness' | 'days'>
  /** How informative a term is among all articles. */
  readonly weight: TermWeight
  /** How informative a word is among the sentences of the two articles: ln(1 + sentences / (1 + those that have it)). */
  readonly localWeight: (word: ClaimWord) => number
  /** The local weights of a claim's words, in their order. */
  readonly localWeights: (claim: PreparedClaim) => Float64Array
  readonly likeness: Likeness
}

/** Two claims of different articles. */
export interface ClaimPair {
  readonly left: PreparedClaim
  readonly right: PreparedClaim
  /** How their contents compare. */
  readonly comparison: Comparison
}

/** Some features of a pair of claims: their names, and their values in the same order. */
export interface FeatureGroup {
  readonly names: readonly string[]
  values(pair: ClaimPair, context: PairContext): readonly number[]
}

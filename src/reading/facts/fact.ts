import type { Difference } from './differences/difference.ts'
import type { Claim } from './extract/claim.ts'
import type { Sources } from './sources/independent-sources.ts'

/** One fact with its reports, in the order of the articles. */
export interface Fact {
  readonly reports: readonly [Claim, ...Claim[]]
  readonly differences: readonly Difference[]
  readonly sources: Sources
}

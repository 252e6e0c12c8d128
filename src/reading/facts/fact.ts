import type { Difference } from './differences/difference.ts'
import type { Claim } from './extract/claim.ts'
import type { Sources } from './sources/independent-sources.ts'

/** What one or more sentences report, in the order of the articles. */
export interface Fact {
  readonly reports: readonly [Claim, ...Claim[]]
  /** Where they differ. */
  readonly differences: readonly Difference[]
  readonly sources: Sources
}

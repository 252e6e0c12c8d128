import type { Difference } from './difference.ts'
import type { Report } from './report.ts'
import type { Sources } from './sources.ts'

/** What one or more sentences report, in the order of the articles. */
export interface Fact {
  readonly reports: readonly [Report, ...Report[]]
  /** Where they differ. */
  readonly differences: readonly Difference[]
  readonly sources: Sources
}

import type { ArticleChange } from '../changes/changes.ts'
import type { Lock } from '../disk/lock.ts'

/** The steps of a reindex in their order. */
export const reindexSteps = [
  'reading',
  'quotations',
  'indexing',
  'statements',
  'facts',
  'checking',
  'keeping',
  'switching',
  'clearing',
] as const

/** The progress of a reindex, or of reading an upload: the step, and how many of its articles are done. */
export interface Progress {
  readonly step: (typeof reindexSteps)[number] | 'upload'
  readonly done: number
  readonly of: number
}

/** How a reindex is requested. */
export interface ReindexRequest {
  /** Who asks, for people to read; default "the console". */
  readonly by?: string | undefined
  /** Reads every article again, unchanged ones too. Default false. */
  readonly full?: boolean | undefined
  /** Cancels it, until the new generation becomes the current one. */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** A change of the articles before they are read; undone if the reindex fails or is cancelled. */
  readonly change?: ArticleChange | undefined
}

/** What is to be built. */
export interface BuildTask {
  readonly by: string
  readonly full: boolean
  readonly signal: AbortSignal | undefined
  readonly onProgress: ((progress: Progress) => void) | undefined
  /** Files that must be articles of the new generation without displacing another. */
  readonly requiredFiles: readonly string[]
  /** The lock under which it is built; undefined if nothing is stored. */
  readonly lock: Pick<Lock, 'token' | 'isHeld'> | undefined
}

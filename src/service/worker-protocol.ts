import type { SkippedFile } from '../corpus/article/bad-file.ts'
import type { Progress, ReindexReport, ReindexRequest } from '../library/library.ts'
import type { ReadingOptions } from '../library/reader/file-reader.ts'
import type { FileState } from '../library/reindex/reindex-report.ts'
import type { ErrorDescription } from '../log/describe-error.ts'
import type { CallName } from './calls.ts'

/** What a worker is started with. */
export interface WorkerSettings {
  /** The articles' folder. */
  readonly folder: string
  readonly dataDir: string
  readonly version: string
  /** `shapeHash` of this program. */
  readonly shape: string
  readonly reading: ReadingOptions
  /** Opens what is kept; or reindexes first, under a lock that the one who starts it holds: its token is `lock`. */
  readonly task:
    | { readonly does: 'open' }
    | ({ readonly does: 'reindex'; readonly lock: string } & Pick<ReindexRequest, 'by' | 'full' | 'joins'>)
}

/** What a worker serves, in a few figures. */
export interface ServedGeneration {
  readonly generation: string
  readonly articles: number
  readonly paragraphs: number
  readonly files: readonly FileState[]
  readonly skipped: readonly SkippedFile[]
}

/** A request of the main thread to a worker. */
export type ToWorker =
  /** To answer a call. A cancellable call gets an AbortSignal as its last argument, which `abort` aborts. */
  | {
      readonly request: 'call'
      readonly id: number
      readonly call: CallName
      readonly args: readonly unknown[]
      readonly isCancellable: boolean
    }
  | { readonly request: 'abort'; readonly id: number }
  /** To check whether the articles have changed. */
  | { readonly request: 'check-articles' }

/** A message of a worker to the main thread. */
export type FromWorker =
  | { readonly tells: 'progress'; readonly progress: Progress }
  | { readonly tells: 'trouble'; readonly sentence: string }
  | { readonly tells: 'ready'; readonly served: ServedGeneration; readonly report: ReindexReport | null }
  /** The generation is not kept yet, or the articles are not what they were when it was made. */
  | { readonly tells: 'changed' }
  /** It cannot serve: a sentence for a person says why, or it is a fault of the program. */
  | { readonly tells: 'failed'; readonly why: string | ErrorDescription }
  | { readonly tells: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly tells: 'fault'; readonly id: number; readonly error: ErrorDescription }

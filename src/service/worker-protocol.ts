import type { SkippedFile } from '../corpus/article/bad-file.ts'
import type { StoreSettings } from '../library/open-store.ts'
import type { ReadingOptions } from '../library/reader/file-reader.ts'
import type { FileState, ReindexReport } from '../library/reindex/reindex-report.ts'
import type { BuildTask, Progress } from '../library/reindex/reindex-request.ts'
import type { ErrorDescription } from '../log/describe-error.ts'
import type { CallName } from './calls.ts'

/**
 * Opens the stored generation and answers from it; if there is none, reads the articles. `skipped` is there if a reindex has just stored the
 * generation: the files that it skipped. Otherwise the worker checks whether the articles have changed since.
 */
export interface ServeTask {
  readonly kind: 'serve'
  readonly skipped?: readonly SkippedFile[] | undefined
}

/** Reindexes under a lock that the main thread holds, and ends; `lock` is its token. */
export interface ReindexTask extends Pick<BuildTask, 'by' | 'full' | 'requiredFiles'> {
  readonly kind: 'reindex'
  readonly lock: string
}

/** What a worker is for. */
export type WorkerTask = ServeTask | ReindexTask

/** What a worker is started with. */
export interface WorkerSettings extends StoreSettings {
  /** The articles' folder. */
  readonly folder: string
  readonly reading: ReadingOptions
  readonly task: WorkerTask
  /** Whether another worker answers meanwhile. */
  readonly anotherAnswers: boolean
}

/** What a worker serves, in a few figures. */
export interface ServedGeneration {
  readonly generation: string
  readonly articles: number
  readonly paragraphs: number
  readonly files: readonly FileState[]
  readonly skipped: readonly SkippedFile[]
}

/** A message of the main thread to a worker. */
export type ToWorker =
  /** Answer a call. A cancellable call gets an AbortSignal as its last argument, which `abort` aborts. */
  | {
      readonly kind: 'call'
      readonly id: number
      readonly call: CallName
      readonly args: readonly unknown[]
      readonly isCancellable: boolean
    }
  | { readonly kind: 'abort'; readonly id: number }
  /** Check whether the articles have changed. */
  | { readonly kind: 'check-articles' }
  /** Answer from the current generation of the shared store from now on. */
  | { readonly kind: 'adopt' }

/** A message of a worker to the main thread. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'trouble'; readonly warning: string }
  | { readonly kind: 'ready'; readonly served: ServedGeneration }
  /** The reindex is done, and its generation stored. */
  | { readonly kind: 'reindexed'; readonly report: ReindexReport }
  /** The generation is not stored yet, or the articles have changed since it was built. */
  | { readonly kind: 'outdated' }
  /** It cannot do its task: a sentence for a person says why, or it is an internal error. */
  | { readonly kind: 'failed'; readonly reason: string | ErrorDescription }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: ErrorDescription }
  /** It answers from the current generation of the shared store; null if that could not be loaded. */
  | { readonly kind: 'adopted'; readonly served: ServedGeneration | null }
  /** The generation was removed from the store: the call is to be repeated on the current one. */
  | { readonly kind: 'gone'; readonly id: number }

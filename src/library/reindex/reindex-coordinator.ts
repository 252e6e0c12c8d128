import { fixedText } from '../../messages/fixed-text.ts'
import { requesters } from '../changes/requesters.ts'
import { LibraryError } from '../errors/library-error.ts'
import { ReindexBusyError } from '../errors/reindex-busy-error.ts'
import type { LibraryStore } from '../snapshot/store.ts'
import { withLock } from '../snapshot/with-lock.ts'
import type { ReindexReport } from './reindex-report.ts'
import type { BuildTask, ReindexRequest } from './reindex-request.ts'

/** A generation that is built, checked and stored. */
export interface BuiltGeneration {
  readonly report: ReindexReport
  /** Makes it the one that answers. */
  switchTo(): Promise<void>
}

export interface CoordinatorOptions {
  /** The articles' folder. */
  readonly folder: string
  /** The data folder; undefined: nothing is stored, and the articles cannot be changed. */
  readonly store: LibraryStore | undefined
  /** Whether a path is one of the articles that are served. */
  readonly isArticle: (file: string) => boolean
  /** Builds the generation of the articles as they now are. */
  readonly build: (task: BuildTask) => Promise<BuiltGeneration>
  readonly onTrouble: (warning: string) => void
}

/** Allows one reindex at a time, each under the lock of the data folder and with its change of the articles. */
export interface ReindexCoordinator {
  /** The last reindex, which may have found nothing to change; null before the first. `at` is an ISO time. */
  readonly last: { readonly at: string; readonly by: string } | null
  /**
   * Reindexes, and cancels background work first.
   * @throws ReindexBusyError during another reindex, in this process or another; LibraryError if the change or the build fails, or
   * after `stop`; CorpusError if no article is left.
   */
  reindex(request?: ReindexRequest): Promise<ReindexReport>
  /** Starts work that `reindex` and `stop` cancel; does nothing unless idle. `onError` is not called after a cancellation. */
  inBackground(work: (signal: AbortSignal) => Promise<void>, onError: (error: unknown) => void): void
  /** Starts a reindex in the background. Neither function is called after a cancellation. */
  refresh(onReport: (report: ReindexReport) => void, onError: (error: unknown) => void): void
  /** Runs a function now if idle, otherwise once when the work in progress ends. */
  whenIdle(run: () => void): void
  /** Cancels background work, and refuses all further work. */
  stop(): Promise<void>
}

interface Running {
  /** What `whenIdle` waits to run. */
  next: (() => void) | null
}

type State =
  | { readonly kind: 'idle' }
  | (Running & { readonly kind: 'reindexing' })
  | (Running & { readonly kind: 'refreshing'; readonly abort: AbortController; readonly ended: Promise<void> })
  | { readonly kind: 'stopped' }

/** Reindexes under the lock, after the change of the articles. */
function reindexLocked(options: CoordinatorOptions, request: ReindexRequest): Promise<ReindexReport> {
  const { folder, store, isArticle, build, onTrouble } = options
  const { by = requesters.console, change } = request
  const reindexUnder = async (lock: BuildTask['lock']): Promise<ReindexReport> => {
    const rebuild = async (requiredFiles: readonly string[]): Promise<ReindexReport> => {
      const { full = false, signal, onProgress } = request
      const { report, switchTo } = await build({ by, full, signal, onProgress, requiredFiles, lock })
      await switchTo()
      return report
    }
    if (change === undefined) return rebuild([])
    // Loaded at first use: most processes never change an article.
    const { withChange } = await import('../changes/article-change.ts')
    return withChange(change, store && { places: { folder, dataDir: store.dataDir }, by, isArticle }, rebuild)
  }
  return store === undefined ? reindexUnder(undefined) : withLock({ store, by, onTrouble }, reindexUnder)
}

export function createReindexCoordinator(options: CoordinatorOptions): ReindexCoordinator {
  let state: State = { kind: 'idle' }
  let last: ReindexCoordinator['last'] = null

  /** Enters a state while some work runs. */
  async function during<T>(running: Extract<State, Running>, work: Promise<T>): Promise<T> {
    state = running
    try {
      return await work
    } finally {
      if (state === running) {
        state = { kind: 'idle' }
        running.next?.()
      }
    }
  }

  async function run(request: ReindexRequest): Promise<ReindexReport> {
    const report = await reindexLocked(options, request)
    last = { at: new Date().toISOString(), by: request.by ?? requesters.console }
    return report
  }

  const coordinator: ReindexCoordinator = {
    get last() {
      return last
    },

    async reindex(request = {}) {
      if (state.kind === 'refreshing') {
        state.abort.abort()
        await state.ended
      }
      if (state.kind === 'stopped') throw new LibraryError(fixedText('reindex.shutting-down'), null)
      if (state.kind !== 'idle') throw new ReindexBusyError()
      return during({ kind: 'reindexing', next: null }, run(request))
    },

    inBackground(work, onError) {
      if (state.kind !== 'idle') return
      const abort = new AbortController()
      const ended = work(abort.signal).catch((error: unknown) => {
        if (!abort.signal.aborted) onError(error)
      })
      void during({ kind: 'refreshing', abort, ended, next: null }, ended)
    },

    refresh(onReport, onError) {
      coordinator.inBackground(async (signal) => onReport(await run({ by: requesters.bot, signal })), onError)
    },

    whenIdle(next) {
      if (state.kind === 'idle') next()
      else if (state.kind !== 'stopped') state.next = next
    },

    async stop() {
      const stopped = state
      state = { kind: 'stopped' }
      if (stopped.kind !== 'refreshing') return
      stopped.abort.abort()
      await stopped.ended
    },
  }
  return coordinator
}

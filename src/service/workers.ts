import type { SkippedFile } from '../corpus/article/bad-file.ts'
import type { ReindexReport } from '../library/reindex/reindex-report.ts'
import type { BuildTask } from '../library/reindex/reindex-request.ts'
import { reindexInWorker, type ServingWorker, startWorker } from './worker-client.ts'
import type { ReindexTask, WorkerSettings } from './worker-protocol.ts'

/** What is the same for all workers of a service. */
export interface WorkersOptions extends Omit<WorkerSettings, 'task' | 'anotherAnswers'> {
  /** The compiled worker.ts. */
  readonly file: URL
  /** Called with a sentence about what went wrong and what is done about it. */
  readonly onTrouble: (warning: string) => void
}

/** Starts workers. */
export interface Workers {
  /** Starts one that answers. */
  serve(options?: {
    readonly skipped?: readonly SkippedFile[] | undefined
    readonly signal?: AbortSignal
    readonly anotherAnswers?: boolean
  }): Promise<ServingWorker>
  /** Reindexes in one. */
  reindex(task: BuildTask, options?: { readonly anotherAnswers?: boolean }): Promise<ReindexReport>
}

/** The workers of a service. `onOutdated` is called if the articles have changed since the generation that answers was built. */
export function createWorkers(options: WorkersOptions, onOutdated: () => void): Workers {
  const { file, folder, dataDir, databaseUrl, version, fingerprint, reading, onTrouble } = options
  const settings = { folder, dataDir, databaseUrl, version, fingerprint, reading }
  return {
    serve: ({ skipped, signal, anotherAnswers = false } = {}) =>
      startWorker({
        file,
        settings: { ...settings, task: { kind: 'serve', skipped }, anotherAnswers },
        signal,
        onTrouble,
        onOutdated,
      }),
    reindex({ by, full, requiredFiles, lock, signal, onProgress }, { anotherAnswers = false } = {}) {
      if (lock === undefined) throw new Error('a reindex without a lock')
      const task: ReindexTask = { kind: 'reindex', lock: lock.token, by, full, requiredFiles }
      return reindexInWorker({ file, settings: { ...settings, task, anotherAnswers }, signal, onProgress, onTrouble })
    },
  }
}

import { availableParallelism } from 'node:os'
import { openLibrary } from '../library/library.ts'
import type { OpenedStore } from '../library/open-store.ts'
import { threadsOn } from '../library/reader/file-reader.ts'
import type { ReindexReport } from '../library/reindex/reindex-report.ts'
import { checkGeneration } from './self-check.ts'
import type { FromWorker, ReindexTask, WorkerSettings } from './worker-protocol.ts'

/**
 * Reindexes in a thread that does nothing else: whoever answers loads the new generation from the store. What building it leaves on the heap
 * is freed with the thread.
 * @throws LibraryError or CorpusError with a sentence if it fails.
 */
export async function reindexInThread(
  { folder, version, reading, anotherAnswers }: WorkerSettings,
  { by, full, requiredFiles, lock }: ReindexTask,
  { store }: OpenedStore,
  post: (message: FromWorker) => void,
): Promise<ReindexReport> {
  const library = await openLibrary({
    folder,
    version,
    store,
    begin: 'stored-or-empty',
    check: checkGeneration,
    // One core is left to the worker that answers meanwhile.
    reading: anotherAnswers ? { ...reading, threads: threadsOn(availableParallelism() - 1) } : reading,
    onTrouble: (warning) => post({ kind: 'trouble', warning }),
  })
  const { report } = await library.build({
    by,
    full,
    requiredFiles,
    lock: store.borrowLock(lock),
    // The main thread cancels by ending this one.
    signal: undefined,
    onProgress: (progress) => post({ kind: 'progress', progress }),
  })
  return report
}

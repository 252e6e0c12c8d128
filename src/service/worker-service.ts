import { realpath } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import type { AuditLog } from '../library/changes/audit-log.ts'
import { recordInterruptedChangeAtStart } from '../library/changes/pending-change.ts'
import { requesters } from '../library/changes/requesters.ts'
import { LibraryError } from '../library/errors/library-error.ts'
import { ReindexBusyError } from '../library/errors/reindex-busy-error.ts'
import { openLibraryStore } from '../library/open-store.ts'
import {
  type BuiltGeneration,
  createReindexCoordinator,
  type ReindexCoordinator,
} from '../library/reindex/reindex-coordinator.ts'
import { compareFiles } from '../library/reindex/reindex-report.ts'
import type { BuildTask } from '../library/reindex/reindex-request.ts'
import type { LibraryStore } from '../library/snapshot/store.ts'
import { withLock } from '../library/snapshot/with-lock.ts'
import { errorSentence } from '../log/describe-error.ts'
import { type AnswerService, type Refused, type ReindexReport, refusableReindex } from './answer-service.ts'
import { callMethods } from './calls.ts'
import type { ServingWorker } from './worker-client.ts'
import { createWorkerHost, type WorkerHost } from './worker-host.ts'
import type { ServedGeneration } from './worker-protocol.ts'
import { createWorkers, type Workers, type WorkersOptions } from './workers.ts'

export interface WorkerServiceOptions extends WorkersOptions {
  /** Called with the generation that answers from now on, and why it does. */
  readonly onSwitch: (served: ServedGeneration, reason: string) => void
  /** Called at the end of every reindex that was not requested through the service. */
  readonly onOtherReindex?: (news: OtherReindex) => void
}

/**
 * The end of a reindex that was not requested through the service. `by` is who did, for people. Of another process's reindex only
 * the result is known.
 */
export interface OtherReindex {
  readonly by: string
  readonly outcome: ReindexReport | Refused | ServedGeneration
}

/** An answer service in a worker thread, so that the calling thread never waits for a search, a load or a rebuild. */
export interface WorkerService {
  readonly service: AnswerService
  readonly served: ServedGeneration
  /** The audit log of the library. */
  readonly audit: AuditLog
  /** Checks whether the articles have changed, and reindexes if so: now, or after the reindex in progress. */
  checkArticles(): void
  /** Ends the worker. Its pending calls fail. */
  stop(): Promise<void>
}

/** How long to wait, in milliseconds, before checking again whether a reindex is needed, if another process was busy with one. */
const checkAgainMs = 2000

/** Starts the first worker: with the stored generation; if there is none, after a reindex, so that the articles are read once. */
async function startFirst(
  { folder, onTrouble }: WorkerServiceOptions,
  store: LibraryStore,
  workers: Workers,
): Promise<ServingWorker> {
  const realFolder = await realpath(folder).catch(() => folder)
  if (await store.holds(realFolder)) return workers.serve()
  const by = requesters.start
  const task = { by, full: false, requiredFiles: [], signal: undefined, onProgress: undefined }
  try {
    const { skipped } = await withLock({ store, by, onTrouble }, (lock) => workers.reindex({ ...task, lock }))
    return await workers.serve({ skipped })
  } catch (error) {
    if (!(error instanceof LibraryError || error instanceof ReindexBusyError)) throw error
    // Another process reindexes, or the index cannot be stored: answers need neither.
    return workers.serve()
  }
}

/** Reindexes in a worker, and starts another one that answers, if there is anything new to answer from. */
async function buildInWorkers(task: BuildTask, host: WorkerHost, workers: Workers): Promise<BuiltGeneration> {
  const begun = performance.now()
  const { served: before } = host.current
  const report = await workers.reindex(task, { anotherAnswers: true })
  const { skipped } = report
  const isNew = task.full || report.after !== before.generation || !isDeepStrictEqual(skipped, before.skipped)
  const next = isNew ? await workers.serve({ skipped, anotherAnswers: true }) : host.current
  return {
    // The worker compares with the stored generation; the user is told the differences from the one that was served.
    report: {
      ...report,
      before: before.generation,
      ...compareFiles(before.files, next.served.files),
      took: Math.round(performance.now() - begun),
    },
    async switchTo() {
      if (isNew) host.switchTo(next, `reindexed for ${task.by}`)
    },
  }
}

/** Up to this many paragraphs, the answering thread loads a generation itself: that delays answers less than starting a thread takes. */
const maxAdopted = 20_000

/** Switches to the generation that another process has made the current one. */
async function adoptStored(
  { folder, onSwitch, onOtherReindex }: WorkerServiceOptions,
  store: LibraryStore,
  host: WorkerHost,
  open: () => Promise<ServingWorker>,
): Promise<void> {
  const record = await store.current()
  const isOther = record !== null && record.generation !== host.current.served.generation
  if (!isOther || (!store.isShared && record.folder !== (await realpath(folder)))) return
  const reason = `indexed by another process for ${record.by}`
  if (store.isShared && host.current.served.paragraphs <= maxAdopted && (await host.current.adopt())) {
    onSwitch(host.current.served, reason)
    onOtherReindex?.({ by: record.by, outcome: host.current.served })
    return
  }
  const next = await open()
  if (next.served.generation === host.current.served.generation) return next.retire()
  host.switchTo(next, reason)
  onOtherReindex?.({ by: record.by, outcome: next.served })
}

/**
 * Opens the library in a worker. It starts from the stored generation even if the articles have changed, and then reindexes by itself;
 * if nothing is stored, it starts with a reindex.
 * @throws LibraryError with a sentence if there is nothing to serve.
 */
export async function openWorkerService(options: WorkerServiceOptions): Promise<WorkerService> {
  const { folder, onTrouble, onSwitch, onOtherReindex } = options
  const { store, audit } = await openLibraryStore(options, onTrouble)
  const workers = createWorkers(options, refresh)
  await recordInterruptedChangeAtStart(store, folder, onTrouble)
  const first = await startFirst(options, store, workers)
  const open = () => workers.serve()
  let renewing: Promise<void> | null = null
  const host: WorkerHost = createWorkerHost(first, {
    open,
    renew() {
      renewing ??= open()
        .then((next) => host.switchTo(next, 'the index that answered was removed'))
        .finally(() => {
          renewing = null
        })
      return renewing
    },
    onTrouble,
    onSwitch,
  })
  const coordinator: ReindexCoordinator = createReindexCoordinator({
    folder,
    store,
    isArticle: (path) => host.current.served.files.some((article) => article.file === path),
    build: (task) => buildInWorkers(task, host, workers),
    onTrouble,
  })

  /** Whether the articles may have changed, and whether another process may have switched, since the last check. */
  let [isUnchecked, isBehind] = [false, false]

  const catchUp = async (signal: AbortSignal) => {
    while (isBehind && !signal.aborted) {
      isBehind = false
      await adoptStored(options, store, host, () => workers.serve({ signal, anotherAnswers: true }))
    }
  }

  function lookWhenIdle(): void {
    coordinator.whenIdle(() => {
      if (isUnchecked) host.current.checkArticles()
      isUnchecked = false
      if (isBehind)
        coordinator.inBackground(catchUp, (error) =>
          onTrouble(`The index of another process cannot be used: ${errorSentence(error)}`),
        )
    })
  }

  function checkArticles(): void {
    isUnchecked = true
    lookWhenIdle()
  }

  function announce(outcome: OtherReindex['outcome']): void {
    onOtherReindex?.({ by: requesters.bot, outcome })
  }

  /** Reindexes because the articles have changed, or nothing is stored yet. */
  function refresh(): void {
    const onReport = (report: ReindexReport) => report.before !== report.after && announce(report)
    coordinator.refresh(onReport, (error) => {
      // Another process reindexes, but may have read the articles before they changed.
      if (error instanceof ReindexBusyError) return void setTimeout(checkArticles, checkAgainMs).unref()
      const message = errorSentence(error)
      onTrouble(message)
      announce({ status: 'error', message, generation: host.current.served.generation })
    })
  }

  const stopWatching = store.watch(() => {
    isBehind = true
    lookWhenIdle()
  })

  return {
    get served() {
      return host.current.served
    },
    audit,
    checkArticles,
    async stop() {
      await stopWatching()
      await coordinator.stop()
      await host.stop()
    },
    service: {
      ...callMethods(
        (name) =>
          (...args) =>
            host.call(name, args),
      ),
      async status() {
        const { last } = coordinator
        const status = await host.call('status', [])
        const { indexed } = status
        return { ...status, indexed: last !== null && (indexed === null || last.at > indexed.at) ? last : indexed }
      },
      reindex: refusableReindex(coordinator.reindex, () => host.current.served.generation),
    },
  }
}

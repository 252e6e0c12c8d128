import { unwatchFile, watchFile } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { withChange } from '../library/changes/article-change.ts'
import { tellCutOffAtStart } from '../library/changes/begun-change.ts'
import { aStart } from '../library/changes/requesters.ts'
import { LibraryError } from '../library/errors/library-error.ts'
import { ReindexBusyError } from '../library/errors/reindex-busy-error.ts'
import type { ReindexReport, ReindexRequest } from '../library/library.ts'
import { compareFiles } from '../library/reindex/reindex-report.ts'
import { currentFile, openStore } from '../library/snapshot/store.ts'
import { errorSentence } from '../log/describe-error.ts'
import type { AnswerService, Status } from './answer-service.ts'
import { type CallArgs, type CallName, type CallResult, callMethods } from './calls.ts'
import { type ServingWorker, startWorker, WorkerGoneError } from './worker-client.ts'
import type { ServedGeneration, WorkerSettings } from './worker-protocol.ts'

export interface WorkerServiceOptions extends Omit<WorkerSettings, 'task'> {
  /** The compiled worker.ts. */
  readonly file: URL
  /** Hears, as a sentence, what goes wrong and what is done about it. */
  readonly onTrouble: (sentence: string) => void
  /** Hears of a new generation that is served from now on, and why. */
  readonly onSwitch: (served: ServedGeneration, why: string) => void
}

/** A service that a worker thread serves, so that the asking thread never waits for a search, a load or a rebuild. */
export interface WorkerService {
  readonly service: AnswerService
  readonly served: ServedGeneration
  /** Looks whether the articles have changed, and takes that up: now, or after the reindex that is under way. */
  look(): void
  /** Ends the worker. Calls that it has not answered fail. */
  stop(): Promise<void>
}

/** Milliseconds between two looks at what another process may have made the current generation. */
const lookEvery = 2000

/**
 * Opens the library in a worker: as it is kept, though the articles may have changed, which it then takes up by itself; where nothing
 * is kept, as the articles are.
 * @throws LibraryError with a sentence when there is nothing to serve.
 */
export async function openWorkerService(options: WorkerServiceOptions): Promise<WorkerService> {
  const { file, folder, dataDir, version, shape, reading, onTrouble, onSwitch } = options
  const store = openStore(dataDir, shape)
  const pointer = join(dataDir, currentFile)
  let isBusy = false
  let isStopped = false
  /** The reindex that nobody asked for, and its end. */
  let refreshing: { readonly stop: AbortController; readonly ended: Promise<void> } | null = null
  let restarting: Promise<void> | null = null
  /** The last reindex here, which may have found nothing to change. */
  let last: Status['indexed'] = null
  /** Whether to look for changes when the reindex ends that is under way. */
  let looksAgain = false

  const start = (task: WorkerSettings['task'], request: ReindexRequest = {}) =>
    startWorker({
      file,
      settings: { folder, dataDir, version, shape, reading, task },
      signal: request.signal,
      onProgress: request.onProgress,
      onTrouble,
      onChanged: refresh,
      onGone: () => {
        restarting = restart()
      },
    })

  /** Opens what is kept; where there is none, what is read of the articles is kept at once, and need not be read a second time for that. */
  async function begin(): Promise<ServingWorker> {
    const realFolder = await realpath(folder).catch(() => folder)
    if (await store.holds(realFolder)) return start({ does: 'open' })
    try {
      const by = aStart
      const lock = await store.lock(by)
      try {
        return await start({ does: 'reindex', lock: lock.token, by, full: false })
      } finally {
        await lock.release().catch(() => onTrouble('The lock of the reindex could not be removed.'))
      }
    } catch (error) {
      if (!(error instanceof LibraryError || error instanceof ReindexBusyError)) throw error
      // Another process does it, or it cannot be kept: it is served all the same.
      return start({ does: 'open' })
    }
  }

  await tellCutOffAtStart(store, folder, onTrouble)
  let current: ServingWorker = await begin()

  function switchTo(next: ServingWorker, why: string): void {
    const old = current
    current = next
    old.retire()
    onSwitch(next.served, why)
  }

  async function restart(): Promise<void> {
    if (isStopped) return
    onTrouble('The thread that answers ended; another one takes its place.')
    try {
      switchTo(await start({ does: 'open' }), 'the thread before it ended')
    } catch (error) {
      onTrouble(`No thread can answer: ${errorSentence(error)}`)
    }
  }

  async function reindex(request: ReindexRequest = {}): Promise<ReindexReport> {
    if (isBusy) throw new ReindexBusyError()
    isBusy = true
    const by = request.by ?? 'a moderator'
    try {
      const lock = await store.lock(by)
      try {
        const { served: before } = current
        const isArticle = (file: string) => before.files.some((one) => one.file === file)
        const done = await withChange(request.change, { places: { folder, dataDir }, by, isArticle }, async (joins) => {
          const { token } = lock
          const next = await start({ does: 'reindex', lock: token, by, full: request.full ?? false, joins }, request)
          if (next.report === null) throw new Error('a reindex without a report')
          switchTo(next, `reindexed for ${by}`)
          // The worker compares with what is kept; who asks wants to know what is different from what was served.
          return { ...next.report, before: before.generation, ...compareFiles(before.files, next.served.files) }
        })
        last = { at: new Date().toISOString(), by }
        return done
      } finally {
        await lock.release().catch(() => onTrouble('The lock of the reindex could not be removed.'))
      }
    } finally {
      isBusy = false
      if (looksAgain) look()
    }
  }

  function look(): void {
    looksAgain = isBusy
    if (!isBusy && !isStopped) current.look()
  }

  /** Reindexes because the articles are not as they were, or nothing is kept; gives way to one that somebody asks for. */
  function refresh(): void {
    if (isBusy || isStopped) return
    const stop = new AbortController()
    const ended = reindex({ by: 'the bot itself', signal: stop.signal }).then(
      () => undefined,
      (error: unknown) => {
        if (stop.signal.aborted) return
        // Another process may have read the articles before they changed.
        if (error instanceof ReindexBusyError) return void setTimeout(look, lookEvery).unref()
        onTrouble(errorSentence(error))
      },
    )
    refreshing = { stop, ended }
  }

  async function reindexFor(request: ReindexRequest | undefined): Promise<ReindexReport> {
    refreshing?.stop.abort()
    await refreshing?.ended
    return reindex(request)
  }

  /** Takes up what another process made the current generation. */
  async function takeUp(): Promise<void> {
    if (isBusy || isStopped) return
    isBusy = true
    try {
      const record = await store.current()
      const isOther = record !== null && record.generation !== current.served.generation
      if (!isOther || record.folder !== (await realpath(folder))) return
      const next = await start({ does: 'open' })
      if (next.served.generation === current.served.generation) next.retire()
      else switchTo(next, `taken up from ${record.by}`)
    } catch (error) {
      onTrouble(`What another process indexed cannot be taken up: ${errorSentence(error)}`)
    } finally {
      isBusy = false
    }
  }
  watchFile(pointer, { interval: lookEvery, persistent: false }, () => void takeUp())

  /** Asks the current worker; if it ends before it has answered, the one that replaces it. */
  async function call<Name extends CallName>(name: Name, args: CallArgs<Name>): Promise<CallResult<Name>> {
    const asked = current
    try {
      return await asked.call(name, args)
    } catch (error) {
      if (!(error instanceof WorkerGoneError)) throw error
      await restarting
      if (current === asked) throw error
      return current.call(name, args)
    }
  }

  return {
    get served() {
      return current.served
    },
    look,
    async stop() {
      isStopped = true
      unwatchFile(pointer)
      await current.stop()
    },
    service: {
      ...callMethods(
        (name) =>
          (...args) =>
            call(name, args),
      ),
      async status() {
        const status = await call('status', [])
        const { indexed } = status
        return { ...status, indexed: last !== null && (indexed === null || last.at > indexed.at) ? last : indexed }
      },
      async reindex(request) {
        try {
          return await reindexFor(request)
        } catch (error) {
          if (!(error instanceof LibraryError || error instanceof ReindexBusyError)) throw error
          return { status: 'error', message: error.message, generation: current.served.generation }
        }
      },
    },
  }
}

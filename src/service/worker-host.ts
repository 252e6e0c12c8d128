import { errorSentence } from '../log/describe-error.ts'
import { GenerationGoneError, type WorkerCalls, WorkerGoneError } from './worker-calls.ts'
import type { ServingWorker } from './worker-client.ts'
import type { ServedGeneration } from './worker-protocol.ts'

export interface WorkerHostOptions {
  /** Starts a worker that opens the stored generation. */
  readonly open: (signal: AbortSignal) => Promise<ServingWorker>
  /** Lets a worker with the current generation of the store answer: that of the one that answers was removed. */
  readonly renew: () => Promise<void>
  readonly onTrouble: (warning: string) => void
  /** Called with the generation that answers from now on, and why it does. */
  readonly onSwitch: (served: ServedGeneration, reason: string) => void
}

/** Holds the worker that answers, and replaces it if it ends. */
export interface WorkerHost {
  readonly current: ServingWorker
  /** Lets another worker answer from now on; the one before it answers its pending calls. */
  switchTo(next: ServingWorker, reason: string): void
  /** Asks the current worker; if it ends before it has answered, the one that replaces it. */
  readonly call: WorkerCalls['send']
  /** Ends the worker. Its pending calls fail. */
  stop(): Promise<void>
}

export function createWorkerHost(
  first: ServingWorker,
  { open, renew, onTrouble, onSwitch }: WorkerHostOptions,
): WorkerHost {
  const stopping = new AbortController()
  let current = first
  let replacing: Promise<void> | null = null

  function serveFrom(worker: ServingWorker): void {
    current = worker
    void worker.ended.then(() => {
      if (current === worker && !stopping.signal.aborted) replacing = replace()
    })
  }

  async function replace(): Promise<void> {
    onTrouble('The answering thread ended: another one is started.')
    try {
      switchTo(await open(stopping.signal), 'the previous thread ended')
    } catch (error) {
      if (!stopping.signal.aborted) onTrouble(`No answering thread can be started: ${errorSentence(error)}`)
    }
  }

  function switchTo(next: ServingWorker, reason: string): void {
    if (stopping.signal.aborted) return void next.stop()
    const old = current
    serveFrom(next)
    old.retire()
    onSwitch(next.served, reason)
  }

  serveFrom(first)
  return {
    get current() {
      return current
    },
    switchTo,
    async call(name, args) {
      const worker = current
      try {
        return await worker.call(name, args)
      } catch (error) {
        if (error instanceof GenerationGoneError) {
          if (current === worker) await renew()
          return current.call(name, args)
        }
        if (!(error instanceof WorkerGoneError)) throw error
        await worker.ended
        await replacing
        if (current === worker) throw error
        return current.call(name, args)
      }
    },
    async stop() {
      stopping.abort()
      await current.stop()
    },
  }
}

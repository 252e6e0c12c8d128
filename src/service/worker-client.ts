import { Worker } from 'node:worker_threads'
import { LibraryError } from '../library/errors/library-error.ts'
import type { ReindexReport } from '../library/reindex/reindex-report.ts'
import type { Progress } from '../library/reindex/reindex-request.ts'
import { describeError, errorSentence, ForeignError } from '../log/describe-error.ts'
import { fixedText } from '../messages/fixed-text.ts'
import { createWorkerCalls, type WorkerCalls, WorkerGoneError } from './worker-calls.ts'
import type { FromWorker, ServedGeneration, ToWorker, WorkerSettings } from './worker-protocol.ts'

/** A worker that answers from its generation. */
export interface ServingWorker {
  readonly served: ServedGeneration
  /** What its reindex found; null if it opened a generation. */
  readonly report: ReindexReport | null
  readonly call: WorkerCalls['send']
  /** Resolves when it has ended. */
  readonly ended: Promise<void>
  /** Lets it answer from the current generation of the shared store. False if that fails; it then answers as before. */
  adopt(): Promise<boolean>
  /** Makes it check whether the articles have changed; if so, `onOutdated` is called. */
  checkArticles(): void
  /** Lets it answer its pending calls, then ends it. */
  retire(): void
  /** Ends it at once. */
  stop(): Promise<void>
}

export interface StartOptions {
  /** The compiled worker.ts. */
  readonly file: URL
  readonly settings: WorkerSettings
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
  readonly onTrouble: (warning: string) => void
  /** Called if the articles have changed since the generation was built. */
  readonly onOutdated: () => void
}

type Ready = Extract<FromWorker, { readonly kind: 'ready' }>

/** Waits until a worker serves; if it cannot, or `signal` cancels it, the worker is ended. */
function waitUntilReady(worker: Worker, { signal, onProgress }: StartOptions): Promise<Ready> {
  /** Whether what it does can still be undone. */
  let canCancel = true
  return new Promise<Ready>((resolve, reject) => {
    const fail = (error: Error) => {
      reject(error)
      void worker.terminate()
    }
    const cancel = () => {
      if (canCancel) fail(new LibraryError(fixedText('reindex.cancelled'), null))
    }
    if (signal?.aborted) return cancel()
    signal?.addEventListener('abort', cancel, { once: true })
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') {
        canCancel &&= message.progress.step !== 'switching' && message.progress.step !== 'clearing'
        onProgress?.(message.progress)
      } else if (message.kind === 'ready') {
        signal?.removeEventListener('abort', cancel)
        resolve(message)
      } else if (message.kind === 'failed') {
        const { reason } = message
        fail(typeof reason === 'string' ? new LibraryError(reason, null) : new ForeignError(reason))
      }
    })
    worker.on('error', (error: unknown) => reject(foreignError(error)))
    worker.on('exit', () => reject(new WorkerGoneError('The worker ended before it could serve.')))
  })
}

/** An error of the other thread. Its message may hold a question or the text of an article, and is left out. */
function foreignError(error: unknown): ForeignError {
  return new ForeignError(describeError(error, { keepsPlainMessages: false }))
}

/**
 * Starts a worker, and waits until it serves.
 * @throws LibraryError with a sentence if it cannot, or if `signal` cancels it first; Error for an internal error.
 */
export async function startWorker(options: StartOptions): Promise<ServingWorker> {
  const { file, settings, onTrouble, onOutdated } = options
  const worker = new Worker(file, { workerData: settings })
  const calls = createWorkerCalls(worker)
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  worker.once('exit', calls.end)
  let isRetired = false
  let onAdopted: (adopted: ServedGeneration | null) => void = () => undefined
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'trouble') onTrouble(message.warning)
    else if (message.kind === 'outdated') onOutdated()
    else if (message.kind === 'adopted') onAdopted(message.served)
    else if (message.kind === 'answer' || message.kind === 'error' || message.kind === 'gone') {
      calls.settle(message)
      if (isRetired && calls.pending === 0) void worker.terminate()
    }
  })
  const { served: first, report } = await waitUntilReady(worker, options)
  let served = first
  worker.on('error', (error: unknown) =>
    onTrouble(`The answering thread failed: ${errorSentence(foreignError(error))}.`),
  )
  const post = (message: ToWorker) => worker.postMessage(message)
  return {
    get served() {
      return served
    },
    report,
    async adopt() {
      const adopted = await new Promise<ServedGeneration | null>((resolve) => {
        onAdopted = resolve
        void ended.then(() => resolve(null))
        post({ kind: 'adopt' })
      })
      served = adopted ?? served
      return adopted !== null
    },
    call: calls.send,
    ended,
    checkArticles: () => post({ kind: 'check-articles' }),
    retire() {
      isRetired = true
      if (calls.pending === 0) void worker.terminate()
    },
    async stop() {
      await worker.terminate()
    },
  }
}

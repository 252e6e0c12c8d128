import { Worker } from 'node:worker_threads'
import { LibraryError } from '../library/errors/library-error.ts'
import type { ReindexReport } from '../library/reindex/reindex-report.ts'
import type { Progress } from '../library/reindex/reindex-request.ts'
import { describeError, errorSentence, ForeignError } from '../log/describe-error.ts'
import { fixedText } from '../messages/fixed-text.ts'
import { createWorkerCalls, type WorkerCalls, WorkerGoneError } from './worker-calls.ts'
import type {
  FromWorker,
  ReindexTask,
  ServedGeneration,
  ServeTask,
  ToWorker,
  WorkerSettings,
} from './worker-protocol.ts'

/** A worker that answers from its generation. */
export interface ServingWorker {
  readonly served: ServedGeneration
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

interface WorkerOptions {
  /** The compiled worker.ts. */
  readonly file: URL
  readonly signal?: AbortSignal | undefined
  readonly onTrouble: (warning: string) => void
}

export interface ServeOptions extends WorkerOptions {
  readonly settings: WorkerSettings & { readonly task: ServeTask }
  /** Called if the articles have changed since the generation was built. */
  readonly onOutdated: () => void
}

export interface ReindexOptions extends WorkerOptions {
  readonly settings: WorkerSettings & { readonly task: ReindexTask }
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

type MessageOf<Kind extends FromWorker['kind']> = Extract<FromWorker, { readonly kind: Kind }>

const isOfKind = <Kind extends FromWorker['kind']>(message: FromWorker, kind: Kind): message is MessageOf<Kind> =>
  message.kind === kind

/** Waits for the message that a worker has done its task; if it cannot, or `signal` cancels it, the worker is ended. */
function waitFor<Kind extends 'ready' | 'reindexed'>(
  worker: Worker,
  kind: Kind,
  { signal, onProgress }: Pick<ReindexOptions, 'signal' | 'onProgress'>,
): Promise<MessageOf<Kind>> {
  /** Whether what it does can still be undone. */
  let canCancel = true
  return new Promise<MessageOf<Kind>>((resolve, reject) => {
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
      } else if (isOfKind(message, kind)) {
        signal?.removeEventListener('abort', cancel)
        resolve(message)
      } else if (message.kind === 'failed') {
        const { reason } = message
        fail(typeof reason === 'string' ? new LibraryError(reason, null) : new ForeignError(reason))
      }
    })
    worker.on('error', (error: unknown) => reject(foreignError(error)))
    worker.on('exit', () => reject(new WorkerGoneError('The worker ended before its task was done.')))
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
export async function startWorker(options: ServeOptions): Promise<ServingWorker> {
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
  const { served: first } = await waitFor(worker, 'ready', options)
  let served = first
  worker.on('error', (error: unknown) =>
    onTrouble(`The answering thread failed: ${errorSentence(foreignError(error))}.`),
  )
  const post = (message: ToWorker) => worker.postMessage(message)
  return {
    get served() {
      return served
    },
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

/**
 * Reindexes in a worker of its own.
 * @throws LibraryError with a sentence if it fails, or if `signal` cancels it before the new generation is the stored current one; Error for
 * an internal error.
 */
export async function reindexInWorker(options: ReindexOptions): Promise<ReindexReport> {
  const { file, settings, onTrouble } = options
  const worker = new Worker(file, { workerData: settings })
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'trouble') onTrouble(message.warning)
  })
  const { report } = await waitFor(worker, 'reindexed', options)
  await worker.terminate()
  return report
}

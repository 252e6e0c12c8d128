import { Worker } from 'node:worker_threads'
import { LibraryError } from '../library/errors/library-error.ts'
import type { Progress, ReindexReport } from '../library/library.ts'
import { describeError, errorSentence, ForeignError } from '../log/describe-error.ts'
import type { CallArgs, CallName, CallResult } from './calls.ts'
import type { FromWorker, ServedGeneration, ToWorker, WorkerSettings } from './worker-protocol.ts'

/** A worker that answers from its generation. */
export interface ServingWorker {
  readonly served: ServedGeneration
  /** What its reindex found; null where it opened what was kept. */
  readonly report: ReindexReport | null
  /** Answers a call. @throws WorkerGoneError if the worker ends before it has answered. */
  call<Name extends CallName>(name: Name, args: CallArgs<Name>): Promise<CallResult<Name>>
  /** Has it look whether the articles have changed; if so, `onChanged` is called. */
  look(): void
  /** Lets it answer what it was asked, and go. */
  retire(): void
  /** Ends it at once. */
  stop(): Promise<void>
}

/** A worker ended before it had answered. */
export class WorkerGoneError extends Error {
  override readonly name = 'WorkerGoneError'
}

export interface StartOptions {
  /** The compiled worker.ts. */
  readonly file: URL
  readonly settings: WorkerSettings
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
  readonly onTrouble: (sentence: string) => void
  /** Called when the articles have changed since the generation was made. */
  readonly onChanged: () => void
  /** Called when it ends without having been asked to. */
  readonly onGone: () => void
}

interface Waiting {
  // Both ends are this program: the value is what the service's method of that name gives.
  resolve(value: unknown): void
  reject(error: Error): void
}

/**
 * Starts a worker, and waits until it serves.
 * @throws LibraryError with a sentence when it cannot, or when `signal` ends it before; Error for a fault of the program.
 */
export async function startWorker(options: StartOptions): Promise<ServingWorker> {
  const { file, settings, signal, onProgress, onTrouble, onChanged, onGone } = options
  const worker = new Worker(file, { workerData: settings })
  const waiting = new Map<number, Waiting>()
  let next = 0
  let isServing = false
  let isLeaving = false
  let isGone = false
  /** Whether what it does can still be undone. */
  let canCancel = true
  const leave = () => {
    isLeaving = true
    return worker.terminate()
  }
  const answered = (id: number): Waiting | undefined => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (isLeaving && waiting.size === 0) void leave()
    return one
  }

  const ready = await new Promise<Extract<FromWorker, { readonly tells: 'ready' }>>((resolve, reject) => {
    const cancel = () => {
      if (!canCancel) return
      void leave()
      reject(new LibraryError('The reindex was cancelled.', null))
    }
    if (signal?.aborted) return cancel()
    signal?.addEventListener('abort', cancel, { once: true })
    worker.on('message', (message: FromWorker) => {
      switch (message.tells) {
        case 'progress':
          canCancel &&= message.progress.step !== 'switching' && message.progress.step !== 'clearing'
          return onProgress?.(message.progress)
        case 'trouble':
          return onTrouble(message.sentence)
        case 'changed':
          return onChanged()
        case 'answer':
          return answered(message.id)?.resolve(message.value)
        case 'fault':
          return answered(message.id)?.reject(new ForeignError(message.error))
        case 'failed':
          void leave()
          return reject(
            typeof message.why === 'string' ? new LibraryError(message.why, null) : new ForeignError(message.why),
          )
        case 'ready':
          signal?.removeEventListener('abort', cancel)
          isServing = true
          return resolve(message)
      }
    })
    worker.on('error', (error: unknown) => {
      const fault = describeError(error, { keepsPlainMessages: false })
      reject(new ForeignError(fault))
      if (isServing) onTrouble(`The thread that answers met a fault: ${errorSentence(new ForeignError(fault))}.`)
    })
    worker.on('exit', () => {
      isGone = true
      reject(new WorkerGoneError('The worker ended before it could serve.'))
      for (const { reject: give } of waiting.values())
        give(new WorkerGoneError('The worker ended before it had answered.'))
      waiting.clear()
      if (isServing && !isLeaving) onGone()
    })
  })

  return {
    served: ready.served,
    report: ready.report,
    async call<Name extends CallName>(name: Name, args: CallArgs<Name>) {
      const id = next++
      const send = (message: ToWorker) => worker.postMessage(message)
      // A signal cannot be sent to another thread.
      const last = args.at(-1)
      const signal = last instanceof AbortSignal ? last : undefined
      const sentArgs = signal === undefined ? args : args.slice(0, -1)
      const abort = () => send({ request: 'abort', id })
      try {
        return await new Promise<CallResult<Name>>((resolve, reject) => {
          if (isGone) return reject(new WorkerGoneError('The worker has ended.'))
          waiting.set(id, { resolve, reject })
          send({ request: 'call', id, call: name, args: sentArgs, isCancellable: signal !== undefined })
          if (signal?.aborted) abort()
          else signal?.addEventListener('abort', abort, { once: true })
        })
      } finally {
        signal?.removeEventListener('abort', abort)
      }
    },
    look() {
      if (isGone) return
      const message: ToWorker = { request: 'check-articles' }
      worker.postMessage(message)
    },
    retire() {
      isLeaving = true
      if (waiting.size === 0) void leave()
    },
    async stop() {
      await leave()
    },
  }
}

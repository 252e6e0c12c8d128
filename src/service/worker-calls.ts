import type { Worker } from 'node:worker_threads'
import { ForeignError } from '../log/describe-error.ts'
import type { CallArgs, CallName, CallResult } from './calls.ts'
import type { FromWorker, ToWorker } from './worker-protocol.ts'

/** A worker ended before it had answered. */
export class WorkerGoneError extends Error {
  override readonly name = 'WorkerGoneError'
}

/** The generation that a worker answers from was removed from the store. */
export class GenerationGoneError extends Error {
  override readonly name = 'GenerationGoneError'
}

/** The calls that a worker has not answered yet. */
export interface WorkerCalls {
  readonly pending: number
  /** Sends a call. @throws WorkerGoneError if the worker ends before it has answered. */
  send<Name extends CallName>(name: Name, args: CallArgs<Name>): Promise<CallResult<Name>>
  /** Settles the call that a message answers. */
  settle(message: Extract<FromWorker, { readonly kind: 'answer' | 'error' | 'gone' }>): void
  /** Fails all calls: the worker has ended. */
  end(): void
}

interface PendingCall {
  // Both ends are this program: the value is the result of the call of that name.
  resolve(value: unknown): void
  reject(error: Error): void
}

export function createWorkerCalls(worker: Worker): WorkerCalls {
  const pending = new Map<number, PendingCall>()
  let nextId = 0
  let hasEnded = false
  const post = (message: ToWorker) => worker.postMessage(message)
  return {
    get pending() {
      return pending.size
    },

    async send<Name extends CallName>(name: Name, args: CallArgs<Name>) {
      const id = nextId++
      // A signal cannot be sent to another thread.
      const last = args.at(-1)
      const signal = last instanceof AbortSignal ? last : undefined
      const sentArgs = signal === undefined ? args : args.slice(0, -1)
      const abort = () => post({ kind: 'abort', id })
      try {
        return await new Promise<CallResult<Name>>((resolve, reject) => {
          if (hasEnded) return reject(new WorkerGoneError('The worker has ended.'))
          pending.set(id, { resolve, reject })
          post({ kind: 'call', id, call: name, args: sentArgs, isCancellable: signal !== undefined })
          if (signal?.aborted) abort()
          else signal?.addEventListener('abort', abort, { once: true })
        })
      } finally {
        signal?.removeEventListener('abort', abort)
      }
    },

    settle(message) {
      const call = pending.get(message.id)
      pending.delete(message.id)
      if (message.kind === 'answer') call?.resolve(message.value)
      else if (message.kind === 'gone') call?.reject(new GenerationGoneError('The generation was removed.'))
      else call?.reject(new ForeignError(message.error))
    },

    end() {
      hasEnded = true
      for (const { reject } of pending.values()) reject(new WorkerGoneError('The worker ended before it answered.'))
      pending.clear()
    },
  }
}

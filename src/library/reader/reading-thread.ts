import { Worker } from 'node:worker_threads'
import { BadFile } from '../../corpus/article/bad-file.ts'
import { asBadFile, faultIn, needsTooMuchMemory, takesTooLong } from './faults.ts'
import type { Does, FromThread, Results, Task } from './tasks.ts'
import { limitWork } from './work-limit.ts'

/** A thread that runs one task at a time. It is started for the first task, and again after a task that ended it. */
export interface ReadingThread {
  /**
   * Runs a task that may take `limitMs` milliseconds of CPU time, not counting the time to load code.
   * @throws BadFile if the file cannot be read, for whatever reason; the reason of `signal` if it is aborted.
   */
  run<D extends Does>(task: Task & { readonly does: D }, limitMs: number): Promise<Results[D]>
  /** Ends the thread. */
  close(): Promise<void>
}

/** Milliseconds of CPU time that are enough to start the thread and load its code on any machine. */
const startLimitMs = 20_000
/** Megabytes for the old generation of the thread's heap: twice what the largest files need. */
const maxHeapMb = 512

/** A reading thread that runs the compiled thread.ts at the path `file`. `signal` cancels the task that it is running. */
export function createReadingThread(file: string, signal?: AbortSignal): ReadingThread {
  let worker: Worker | null = null
  /** Gives up the running task. */
  let giveUp: ((why: unknown) => void) | null = null
  let last: Promise<unknown> = Promise.resolve()

  function start(): Worker {
    const started = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: maxHeapMb } })
    const onGone = (why: BadFile) => {
      if (worker !== started) return
      worker = null
      giveUp?.(why)
    }
    started.on('error', (error: NodeJS.ErrnoException) => {
      onGone(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? needsTooMuchMemory() : asBadFile(error))
    })
    started.on('exit', () => onGone(faultIn('the reading thread ended')))
    return started
  }

  function stop(): Promise<unknown> | undefined {
    const stopped = worker
    worker = null
    return stopped?.terminate()
  }

  function begin<D extends Does>(task: Task & { readonly does: D }, limitMs: number): Promise<Results[D]> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      worker ??= start()
      const running = worker
      let stopWaiting = limitWork(startLimitMs, () => giveUp?.(faultIn('the reading thread did not start')))
      const end = () => {
        stopWaiting()
        running.off('message', onMessage)
        signal?.removeEventListener('abort', cancel)
        giveUp = null
      }
      giveUp = (why) => {
        end()
        void stop()
        reject(why)
      }
      const cancel = () => giveUp?.(signal?.reason)
      const onMessage = (message: FromThread<D>) => {
        if (message.state === 'begun') {
          stopWaiting()
          stopWaiting = limitWork(limitMs, () => giveUp?.(takesTooLong(limitMs)))
          return
        }
        end()
        if (message.state === 'done') resolve(message.result)
        else reject(message.state === 'bad' ? new BadFile(message.code, message.reason) : faultIn(message.message))
      }
      signal?.addEventListener('abort', cancel, { once: true })
      running.on('message', onMessage)
      running.postMessage(task)
    })
  }

  function run<D extends Does>(task: Task & { readonly does: D }, limitMs: number): Promise<Results[D]> {
    const done = last.then(() => begin<D>(task, limitMs))
    last = done.catch(() => undefined)
    return done
  }

  return {
    run,
    async close() {
      await stop()
    },
  }
}

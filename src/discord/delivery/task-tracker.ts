import type { Clock } from './clock.ts'

/** Tracks running tasks, so that a shutdown can wait for them. */
export interface TaskTracker {
  /** Runs a task that was requested at `requestedAt` (milliseconds since 1970), unless `drain` was called before. */
  run(requestedAt: number, task: () => Promise<void>): void
  /** Takes no new tasks; resolves when all have ended or after `maxMs`. */
  drain(maxMs: number): Promise<'drained' | 'timed out'>
}

/** How long requests from before the shutdown may take from Discord to here, in milliseconds. */
const transitMs = 500

/** Creates a tracker without tasks; `onError` is called when a task rejects. */
export function createTaskTracker(onError: (error: unknown) => void, clock: Clock): TaskTracker {
  const running = new Set<Promise<void>>()
  let stoppedAt = Number.POSITIVE_INFINITY
  return {
    run(requestedAt, task) {
      if (requestedAt > stoppedAt) return
      const tracked = task()
        .catch(onError)
        .finally(() => running.delete(tracked))
      running.add(tracked)
    },
    async drain(maxMs) {
      stoppedAt = clock.now()
      await clock.wait(transitMs)
      const timer = new AbortController()
      const timeout = clock.wait(maxMs - transitMs, timer.signal).then(() => 'timed out' as const)
      const all = async () => {
        while (running.size > 0) await Promise.all(running)
        return 'drained' as const
      }
      const outcome = await Promise.race([all(), timeout])
      timer.abort()
      return outcome
    },
  }
}

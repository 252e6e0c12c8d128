import type { Clock } from '../src/discord/delivery/clock.ts'

/** A clock that runs as the system's does, and that a test can set forward. */
export interface TestClock extends Clock {
  /** Sets the time forward by so many milliseconds: what waits for a time until then goes on. */
  advance(ms: number): void
}

/** A clock that shows the system's time. */
export function createTestClock(): TestClock {
  let ahead = 0
  const waiting = new Set<() => void>()
  const now = (): number => Date.now() + ahead
  return {
    now,
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted()
        const due = now() + ms
        let timer: NodeJS.Timeout | undefined
        const settle = (): void => {
          clearTimeout(timer)
          waiting.delete(look)
          signal?.removeEventListener('abort', abort)
        }
        const abort = (): void => {
          settle()
          reject(signal?.reason)
        }
        const look = (): void => {
          clearTimeout(timer)
          const left = due - now()
          if (left > 0) timer = setTimeout(look, left)
          else {
            settle()
            resolve()
          }
        }
        signal?.addEventListener('abort', abort)
        waiting.add(look)
        look()
      }),
    advance(ms) {
      ahead += ms
      for (const look of [...waiting]) look()
    },
  }
}

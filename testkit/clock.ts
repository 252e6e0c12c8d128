import type { Clock } from '../src/discord/delivery/clock.ts'

/** A clock whose time a test advances. */
export interface TestClock extends Clock {
  /** Lets so many milliseconds pass: what waits for a time until then goes on. */
  advance(ms: number): void
}

/**
 * A clock that shows the system's time, but lets nobody wait for it: what waits goes on when the test advances the clock, however slow
 * the machine is.
 */
export function createTestClock(): TestClock {
  let passed = 0
  const waiting = new Set<() => void>()
  return {
    now: () => Date.now() + passed,
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted()
        const due = passed + ms
        const settle = (): void => {
          waiting.delete(look)
          signal?.removeEventListener('abort', abort)
        }
        const abort = (): void => {
          settle()
          reject(signal?.reason)
        }
        const look = (): void => {
          if (passed < due) return
          settle()
          resolve()
        }
        signal?.addEventListener('abort', abort)
        waiting.add(look)
        look()
      }),
    advance(ms) {
      passed += ms
      for (const look of [...waiting]) look()
    },
  }
}

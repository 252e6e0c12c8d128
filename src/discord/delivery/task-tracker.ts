import type { Clock } from './clock.ts'

/** The work that is under way, and its orderly end. */
export interface WorkInFlight {
  /** Does some work that was asked for at `askedAt` (milliseconds since 1970), unless all had been told to stop by then. */
  begin(askedAt: number, work: () => Promise<void>): void
  /** Takes no new work, and resolves when what is under way has ended, or after `most` milliseconds. */
  finish(most: number): Promise<'finished' | 'given up'>
}

/** What was asked for before the stop may still be on its way from Discord: milliseconds. */
const onTheWay = 500

/** No work yet. `onError` hears of work that fails. */
export function createWorkInFlight(onError: (error: unknown) => void, clock: Clock): WorkInFlight {
  const running = new Set<Promise<void>>()
  let stoppedAt = Number.POSITIVE_INFINITY
  return {
    begin(askedAt, work) {
      if (askedAt > stoppedAt) return
      const one = work()
        .catch(onError)
        .finally(() => running.delete(one))
      running.add(one)
    },
    async finish(most) {
      stoppedAt = clock.now()
      await clock.wait(onTheWay)
      const timer = new AbortController()
      const late = clock.wait(most - onTheWay, timer.signal).then(() => 'given up' as const)
      const all = async () => {
        while (running.size > 0) await Promise.all(running)
        return 'finished' as const
      }
      const outcome = await Promise.race([all(), late])
      timer.abort()
      return outcome
    },
  }
}

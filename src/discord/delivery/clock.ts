import { setTimeout as wait } from 'node:timers/promises'

/** The time, and waiting for it to pass. Tests pass one that they can move. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves after so many milliseconds. @throws AbortError when `signal` aborts before. */
  wait(ms: number, signal?: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: Date.now,
  wait: async (ms, signal) => void (await wait(ms, undefined, { ...(signal && { signal }) })),
}

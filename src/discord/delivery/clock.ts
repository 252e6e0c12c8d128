import { setTimeout as wait } from 'node:timers/promises'

/** Time and timers. Tests use one that they set forward. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves after `ms` milliseconds. @throws AbortError if `signal` aborts before. */
  wait(ms: number, signal?: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: Date.now,
  wait: async (ms, signal) => void (await wait(ms, undefined, { ...(signal && { signal }) })),
}

/** How tests wait: for a state to be reached, never for a time to pass. */
export interface Signal {
  /** Says that something has changed; whoever waits looks again. */
  notify(): void
  /** Calls `listener` on every change from now on, until the function that it returns is called. */
  subscribe(listener: () => void): () => void
  /**
   * Resolves with the first value of `read` that is neither undefined, null nor false.
   * @throws Error naming `what` after `ms` milliseconds; default three minutes, which no machine is too slow for.
   */
  until<T>(what: string, read: () => T | undefined | null | false, ms?: number): Promise<T>
}

/** How long a test waits for what never comes, in milliseconds. */
const patienceMs = 180_000

/** A signal with nobody waiting yet. */
export function createSignal(): Signal {
  const waiting = new Set<() => void>()
  return {
    notify: () => {
      for (const look of [...waiting]) look()
    },
    subscribe: (listener) => {
      const look = (): void => listener()
      waiting.add(look)
      return () => void waiting.delete(look)
    },
    until: (what, read, ms = patienceMs) =>
      new Promise((resolve, reject) => {
        const done = (): void => {
          clearTimeout(timer)
          waiting.delete(look)
        }
        const look = (): void => {
          try {
            const value = read()
            if (value === undefined || value === null || value === false) return
            done()
            resolve(value)
          } catch (error) {
            done()
            reject(error)
          }
        }
        const timer = setTimeout(() => {
          done()
          reject(new Error(`Waited ${ms} ms for ${what}, which did not come.`))
        }, ms)
        // Nobody may still be waiting: a race can be won by another.
        timer.unref()
        waiting.add(look)
        look()
      }),
  }
}

/** Counts what each person does within a sliding window of time. */
export interface RateLimit {
  /** Counts one more, and returns 0; or, where that would be too many, the milliseconds until there may be another. */
  take(user: string): number
}

/** At most `most` in `window` milliseconds for each person; 0: any number. */
export function createRateLimit(most: number, window: number, now: () => number = Date.now): RateLimit {
  const times = new Map<string, readonly number[]>()
  let sweptAt = now()
  const recent = (user: string) => (times.get(user) ?? []).filter((time) => time > now() - window)
  return {
    take(user) {
      if (most === 0) return 0
      const taken = recent(user)
      if (taken.length >= most) return Math.max(1, (taken[0] ?? 0) + window - now())
      if (now() >= sweptAt + window) {
        sweptAt = now()
        for (const known of times.keys()) if (recent(known).length === 0) times.delete(known)
      }
      times.set(user, [...taken, now()])
      return 0
    },
  }
}

/** Limits what each user does within a sliding window. */
export interface RateLimit {
  /** Counts one more and returns 0. If that would be too many, returns the milliseconds to wait instead. */
  take(user: string): number
}

/** At most `max` within `windowMs` for each user; 0: no limit. */
export function createRateLimit(max: number, windowMs: number, now: () => number = Date.now): RateLimit {
  const times = new Map<string, readonly number[]>()
  let sweptAt = now()
  const recent = (user: string) => (times.get(user) ?? []).filter((time) => time > now() - windowMs)
  return {
    take(user) {
      if (max === 0) return 0
      const taken = recent(user)
      if (taken.length >= max) return Math.max(1, (taken[0] ?? 0) + windowMs - now())
      if (now() >= sweptAt + windowMs) {
        sweptAt = now()
        for (const other of times.keys()) if (recent(other).length === 0) times.delete(other)
      }
      times.set(user, [...taken, now()])
      return 0
    },
  }
}

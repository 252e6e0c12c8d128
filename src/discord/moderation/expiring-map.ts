import { randomBytes } from 'node:crypto'

/** Short-lived values under random keys that nobody can guess. */
export interface ExpiringMap<T> {
  /** Stores a value, and returns its key of 32 hex digits. */
  add(value: T): string
  /** The value, which stays; undefined if it has expired or was taken. */
  get(key: string): T | undefined
  /** Removes and returns the value. */
  take(key: string): T | undefined
}

/** Keeps the latest `maxSize` values, each for `lifetimeMs`. */
export function createExpiringMap<T>(maxSize: number, lifetimeMs: number): ExpiringMap<T> {
  const entries = new Map<string, { readonly value: T; readonly timer: NodeJS.Timeout }>()
  const take = (key: string): T | undefined => {
    const entry = entries.get(key)
    clearTimeout(entry?.timer)
    entries.delete(key)
    return entry?.value
  }
  return {
    add(value) {
      const [oldest] = entries.keys()
      if (oldest !== undefined && entries.size >= maxSize) take(oldest)
      const key = randomBytes(16).toString('hex')
      const timer = setTimeout(() => take(key), lifetimeMs)
      timer.unref()
      entries.set(key, { value, timer })
      return key
    },
    get: (key) => entries.get(key)?.value,
    take,
  }
}

import { randomBytes } from 'node:crypto'

/** Things that wait for a press, under names that nobody can guess. */
export interface Pending<T> {
  /** Keeps a thing, and returns its name of 32 hex digits. */
  add(value: T): string
  /** The thing of that name, which stays; undefined where it is gone. */
  look(token: string): T | undefined
  /** The same, and it is gone from now on. */
  take(token: string): T | undefined
}

/** Keeps at most `most` things, the latest, and each for `life` milliseconds. */
export function createPending<T>(most: number, life: number): Pending<T> {
  const kept = new Map<string, { readonly value: T; readonly timer: NodeJS.Timeout }>()
  const drop = (token: string): T | undefined => {
    const found = kept.get(token)
    clearTimeout(found?.timer)
    kept.delete(token)
    return found?.value
  }
  return {
    add(value) {
      const [oldest] = kept.keys()
      if (oldest !== undefined && kept.size >= most) drop(oldest)
      const token = randomBytes(16).toString('hex')
      const timer = setTimeout(() => drop(token), life)
      timer.unref()
      kept.set(token, { value, timer })
      return token
    },
    look: (token) => kept.get(token)?.value,
    take: drop,
  }
}

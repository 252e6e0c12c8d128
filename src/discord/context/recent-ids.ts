/** A set of the ids that were added last. */
export interface RecentIds {
  has(id: string): boolean
  /** Adds an id, and returns whether it is new. */
  add(id: string): boolean
  remove(id: string): void
}

/** Keeps at most `maxSize` ids; the oldest are dropped first. */
export function createRecentIds(maxSize: number): RecentIds {
  const ids = new Set<string>()
  return {
    has: (id) => ids.has(id),
    add(id) {
      if (ids.has(id)) return false
      const [oldest] = ids
      if (oldest !== undefined && ids.size >= maxSize) ids.delete(oldest)
      ids.add(id)
      return true
    },
    remove: (id) => void ids.delete(id),
  }
}

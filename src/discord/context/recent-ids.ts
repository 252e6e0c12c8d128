/** The ids of what has happened to something, the latest of them. */
export interface RecentIds {
  has(id: string): boolean
  /** Takes an id in, and returns whether it is new. */
  add(id: string): boolean
  remove(id: string): void
}

/** Keeps at most `limit` ids; the oldest go first. */
export function createRecentIds(limit: number): RecentIds {
  const ids = new Set<string>()
  return {
    has: (id) => ids.has(id),
    add(id) {
      if (ids.has(id)) return false
      const [oldest] = ids
      if (oldest !== undefined && ids.size >= limit) ids.delete(oldest)
      ids.add(id)
      return true
    },
    remove: (id) => void ids.delete(id),
  }
}

/** Gives each value an index, in the order in which they are first met. */
export interface Numbering<T> {
  indexOf(value: T): number
  all(): readonly T[]
  /** The index of each value. */
  lookup(): ReadonlyMap<T, number>
}

export function numbering<T>(): Numbering<T> {
  const indexes = new Map<T, number>()
  return {
    indexOf(value) {
      const known = indexes.get(value)
      if (known !== undefined) return known
      indexes.set(value, indexes.size)
      return indexes.size - 1
    },
    all: () => [...indexes.keys()],
    lookup: () => indexes,
  }
}

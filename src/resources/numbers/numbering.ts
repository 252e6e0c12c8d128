/** Gives each value an index, in the order in which they are first met. */
export function numbering<T>() {
  const indexes = new Map<T, number>()
  return {
    indexOf(value: T): number {
      const known = indexes.get(value)
      if (known !== undefined) return known
      indexes.set(value, indexes.size)
      return indexes.size - 1
    },
    all: (): readonly T[] => [...indexes.keys()],
    /** The index of each value. */
    lookup: (): ReadonlyMap<T, number> => indexes,
  }
}

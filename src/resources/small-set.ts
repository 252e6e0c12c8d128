/** Sets of up to this many members are lists: finding a member takes no longer, and they need a third of the memory. */
const maxSize = 16

/** A set of few members, as a list. */
export class SmallSet<T> implements ReadonlySet<T> {
  /** The members, each once, in the order in which they were added. */
  readonly members: readonly T[]

  constructor(members: readonly T[]) {
    this.members = members
  }

  get size(): number {
    return this.members.length
  }

  has(value: T): boolean {
    return this.members.includes(value)
  }

  forEach(callback: (value: T, key: T, set: ReadonlySet<T>) => void): void {
    for (const member of this.members) callback(member, member, this)
  }

  entries(): SetIterator<[T, T]> {
    return new Set(this.members).entries()
  }

  keys(): SetIterator<T> {
    return this.members.values()
  }

  values(): SetIterator<T> {
    return this.members.values()
  }

  [Symbol.iterator](): SetIterator<T> {
    return this.members.values()
  }
}

const empty: ReadonlySet<never> = new SmallSet([])

/** An immutable set of these values. It needs much less memory than a `Set` if they are few. */
export function compactSet<T>(values: Iterable<T>): ReadonlySet<T> {
  return setOfDistinct([...new Set(values)])
}

/** An immutable set of distinct values. A small set holds the given list itself, without a copy. */
export function setOfDistinct<T>(values: readonly T[]): ReadonlySet<T> {
  if (values.length === 0) return empty
  return values.length > maxSize ? new Set(values) : new SmallSet(values)
}

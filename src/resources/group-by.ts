/** Values by key, each list in the order of the values. */
export type Grouped<Value, Key> = ReadonlyMap<Key, readonly [Value, ...Value[]]>

/** Indexes values by each of their keys. A value that has a key twice is listed twice. */
export function indexBy<Value, Key>(
  values: Iterable<Value>,
  keysOf: (value: Value) => Iterable<Key>,
): Grouped<Value, Key> {
  const groups = new Map<Key, [Value, ...Value[]]>()
  for (const value of values) {
    for (const key of keysOf(value)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [value])
      else group.push(value)
    }
  }
  return groups
}

/** Groups values by key. The same as `Map.groupBy`, which Node.js 20 lacks. */
export function groupBy<Value, Key>(values: Iterable<Value>, keyOf: (value: Value) => Key): Grouped<Value, Key> {
  return indexBy(values, (value) => [keyOf(value)])
}

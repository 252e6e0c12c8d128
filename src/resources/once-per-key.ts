/** A value that was computed; `undefined` is a value too. */
interface Computed<Value> {
  readonly value: Value
}

function keptIn<Key, Value>(
  known: Pick<Map<Key, Computed<Value>>, 'get'> & { set(key: Key, computed: Computed<Value>): unknown },
  compute: (key: Key) => Value,
): (key: Key) => Value {
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found.value
    const value = compute(key)
    known.set(key, { value })
    return value
  }
}

/** A function that computes its value for each key when it is first called with it, and keeps all of them. */
export function oncePerKey<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  return keptIn(new Map<Key, Computed<Value>>(), compute)
}

/** The same for objects: a value is kept as long as its object exists. */
export function oncePerObject<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  return keptIn(new WeakMap<Key, Computed<Value>>(), compute)
}

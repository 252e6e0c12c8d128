/**
 * A function that caches its values for the keys it was called with last: at least `least` of them, at most twice as many. Use it for values
 * that are cheap to compute but needed several times in a row.
 */
export function recentResults<Key extends object, Value>(least: number, compute: (key: Key) => Value) {
  let recent = new Map<Key, Value>()
  let older = new Map<Key, Value>()
  return (key: Key): Value => {
    const known = recent.get(key)
    if (known !== undefined) return known
    const value = older.get(key) ?? compute(key)
    if (recent.size >= least) {
      older = recent
      recent = new Map()
    }
    recent.set(key, value)
    return value
  }
}

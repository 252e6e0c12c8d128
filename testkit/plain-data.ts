/** The fields of an object, with those that are computed when they are read. */
function fieldsOf(value: object): [string, unknown][] {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === Object.prototype || typeof prototype !== 'object' || prototype === null)
    return Object.entries(value)
  const computed = Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(
    ([, { get }]) => get !== undefined,
  )
  return [...Object.entries(value), ...computed.map(([key]): [string, unknown] => [key, Reflect.get(value, key)])]
}

/** A copy as plain objects, lists and sets, to compare data that is represented in different ways. References that are shared are copied. */
export function asPlainData(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(asPlainData)
  if (value instanceof Map) return new Map(Array.from(value, ([key, one]) => [key, asPlainData(one)]))
  if (Symbol.iterator in value) return new Set(Array.from(value as Iterable<unknown>, asPlainData))
  return Object.fromEntries(fieldsOf(value).map(([key, one]) => [key, asPlainData(one)]))
}

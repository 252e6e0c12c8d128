/** What the byte at the beginning of a written value says of it. From `smallest` on it is a whole number, from 0, itself. */
export const kinds = {
  nothing: 0,
  null: 1,
  yes: 2,
  no: 3,
  count: 4,
  double: 5,
  latin1: 6,
  utf16: 7,
  /** A string, object or target that was named before, by its number. */
  knownString: 8,
  known: 9,
  link: 10,
  array: 11,
  set: 12,
  map: 13,
  /** An object whose keys were named before, or with its keys; a leaf holds no other object and has no number. */
  record: 14,
  newRecord: 15,
  leaf: 16,
  newLeaf: 17,
} as const

export const smallest = 32

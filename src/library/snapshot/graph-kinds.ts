/** The first byte of an encoded value gives its kind. From `smallest` on, the byte is itself a whole number, counted from 0. */
export const kinds = {
  nothing: 0,
  null: 1,
  yes: 2,
  no: 3,
  count: 4,
  double: 5,
  latin1: 6,
  utf16: 7,
  /** A string, object or target that came before, by its number. */
  knownString: 8,
  known: 9,
  link: 10,
  array: 11,
  set: 12,
  map: 13,
  /** An object whose keys came before, or with its keys. A leaf holds no other object and has no number. */
  record: 14,
  newRecord: 15,
  leaf: 16,
  newLeaf: 17,
  /** A `SmallSet`. */
  smallSet: 18,
  /** A list of whole numbers of two or four bytes each. */
  shorts: 19,
  longs: 20,
} as const

export const smallest = 32

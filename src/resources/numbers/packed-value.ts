import { oncePerKey } from '../once-per-key.ts'
import { SmallSet, setOfDistinct } from '../small-set.ts'
import type { Numbering } from './numbering.ts'
import type { Numbers } from './packed-numbers.ts'

/** A value is a number whose lowest bits are its kind. The rest of it is the value itself, the index of a word, or a length. */
const kinds = { constant: 0, whole: 1, string: 2, number: 3, list: 4, set: 5, record: 6 } as const
const kindBits = 3

const constants: readonly unknown[] = [null, undefined, false, true]
/** Larger numbers are words, so that a list of numbers stays one of two bytes for each. */
const maxWhole = 0x1fff
const separator = '\0'
const keysOf = oncePerKey((keys: string): readonly string[] => (keys === '' ? [] : keys.split(separator)))

/**
 * Packs plain data (objects, lists, sets, strings, numbers, booleans) as whole numbers: a tenth of the memory of small objects. Strings are
 * numbered by `words`. References that are shared become copies. The keys of objects must not be empty or contain NUL.
 * @throws TypeError for anything else.
 */
export function packValue(value: unknown, words: Numbering<string>): readonly number[] {
  const packed: number[] = []
  const add = (kind: number, rest: number) => packed.push(rest * 2 ** kindBits + kind)
  const addAll = (kind: number, all: readonly unknown[]) => {
    add(kind, all.length)
    for (const one of all) pack(one)
  }
  const pack = (one: unknown): void => {
    const constant = constants.indexOf(one)
    if (constant >= 0) add(kinds.constant, constant)
    else if (typeof one === 'string') add(kinds.string, words.indexOf(one))
    else if (typeof one === 'number') {
      const isSmall = Number.isInteger(one) && one <= maxWhole && (one > 0 || Object.is(one, 0))
      if (isSmall) add(kinds.whole, one)
      else add(kinds.number, words.indexOf(Object.is(one, -0) ? '-0' : String(one)))
    } else if (Array.isArray(one)) addAll(kinds.list, one)
    else if (one instanceof SmallSet || one instanceof Set) addAll(kinds.set, [...one])
    else if (typeof one === 'object' && one !== null && Object.getPrototypeOf(one) === Object.prototype) {
      add(kinds.record, words.indexOf(Object.keys(one).join(separator)))
      for (const field of Object.values(one)) pack(field)
    } else throw new TypeError(`a ${typeof one} cannot be packed`)
  }
  pack(value)
  return packed
}

/**
 * The value that was packed, from the number at `from` on.
 * @throws RangeError if the numbers are not those of a value.
 */
export function unpackValue<T>(numbers: Numbers, from: number, words: readonly string[]): T
export function unpackValue(numbers: Numbers, from: number, words: readonly string[]): unknown {
  let at = from
  const word = (index: number): string => {
    const one = words[index]
    if (one === undefined) throw new RangeError(`there is no word ${index}`)
    return one
  }
  const list = (length: number): unknown[] => {
    if (length > numbers.length - at) throw new RangeError(`a list of ${length} is longer than what is left`)
    const all = new Array<unknown>(length)
    for (let place = 0; place < length; place++) all[place] = unpack()
    return all
  }
  // `Object.fromEntries` takes three times as long.
  const record = (keys: readonly string[]): object => {
    const fields: Record<string, unknown> = {}
    for (const key of keys) fields[key] = unpack()
    return fields
  }
  const unpack = (): unknown => {
    const packed = numbers[at++]
    if (packed === undefined) throw new RangeError('a value ends early')
    const kind = packed % 2 ** kindBits
    const rest = Math.floor(packed / 2 ** kindBits)
    if (kind === kinds.constant) return constants[rest]
    if (kind === kinds.whole) return rest
    if (kind === kinds.string) return word(rest)
    if (kind === kinds.number) return Number(word(rest))
    if (kind === kinds.list) return list(rest)
    if (kind === kinds.set) return setOfDistinct(list(rest))
    if (kind !== kinds.record) throw new RangeError(`there is no kind ${kind}`)
    return record(keysOf(word(rest)))
  }
  return unpack()
}

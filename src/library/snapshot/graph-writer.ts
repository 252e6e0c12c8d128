import { SmallSet } from '../../resources/small-set.ts'
import { kinds, smallest } from './graph-kinds.ts'

const latin1 = /^[\0-\xff]*$/
const firstSize = 1 << 16

/** Bytes that grow as they are written. */
class Bytes {
  #bytes = Buffer.allocUnsafe(firstSize)
  #length = 0

  #room(length: number): number {
    const at = this.#length
    this.#length += length
    if (this.#length > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#length, 2 * this.#bytes.length))
      this.#bytes.copy(larger, 0, 0, at)
      this.#bytes = larger
    }
    return at
  }

  byte(value: number): void {
    const at = this.#room(1)
    this.#bytes[at] = value
  }

  /** A whole number from 0 up, seven bits per byte, the lowest bits first. */
  count(value: number): void {
    let rest = value
    while (rest > 127) {
      this.byte((rest % 128) + 128)
      rest = Math.floor(rest / 128)
    }
    this.byte(rest)
  }

  double(value: number): void {
    const at = this.#room(8)
    this.#bytes.writeDoubleLE(value, at)
  }

  characters(value: string, encoding: 'latin1' | 'utf16le'): void {
    const at = this.#room(encoding === 'latin1' ? value.length : 2 * value.length)
    this.#bytes.write(value, at, encoding)
  }

  all(value: Uint8Array): void {
    const at = this.#room(value.length)
    this.#bytes.set(value, at)
  }

  taken(): Buffer {
    return this.#bytes.subarray(0, this.#length)
  }
}

function isLeaf(values: readonly unknown[]): boolean {
  return values.every((value) => typeof value !== 'object' || value === null)
}

/**
 * Encodes plain data (objects, arrays, Maps, Sets, strings, numbers, …) as bytes, which `readGraph` decodes. Shared objects stay shared,
 * except typed arrays and those that hold no other object. References to `targets`, which are not encoded, are links. Equal strings are written once, and
 * so are equal lists of keys.
 */
export function writeGraph(value: unknown, targets: readonly object[]): Buffer {
  const bytes = new Bytes()
  const links = new Map(targets.map((target, at) => [target, at]))
  const seen = new Map<object, number>()
  const strings = new Map<string, number>()
  const shapes = new Map<string, number>()

  function text(value: string): void {
    const known = strings.get(value)
    if (known !== undefined) {
      bytes.byte(kinds.knownString)
      bytes.count(known)
      return
    }
    strings.set(value, strings.size)
    const isLatin1 = latin1.test(value)
    bytes.byte(isLatin1 ? kinds.latin1 : kinds.utf16)
    bytes.count(value.length)
    bytes.characters(value, isLatin1 ? 'latin1' : 'utf16le')
  }

  function number(value: number): void {
    // -0 is not encoded as a whole number: it would come back as 0.
    const isWhole = Number.isSafeInteger(value) && (value > 0 || Object.is(value, 0))
    if (isWhole && value < 256 - smallest) bytes.byte(smallest + value)
    else if (isWhole) {
      bytes.byte(kinds.count)
      bytes.count(value)
    } else {
      bytes.byte(kinds.double)
      bytes.double(value)
    }
  }

  function record(value: object): void {
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype !== Object.prototype && prototype !== null) throw new TypeError('only plain objects can be stored')
    const keys = Object.keys(value)
    const values: readonly unknown[] = Object.values(value)
    const leaf = isLeaf(values)
    if (!leaf) seen.set(value, seen.size)
    const shape = keys.join('\0')
    const known = shapes.get(shape)
    if (known === undefined) {
      shapes.set(shape, shapes.size)
      bytes.byte(leaf ? kinds.newLeaf : kinds.newRecord)
      bytes.count(keys.length)
      for (const key of keys) text(key)
    } else {
      bytes.byte(leaf ? kinds.leaf : kinds.record)
      bytes.count(known)
    }
    for (const one of values) write(one)
  }

  function list(kind: number, value: object, items: readonly unknown[]): void {
    // The reader has one empty list of each kind, and does not number them.
    if (items.length > 0) seen.set(value, seen.size)
    bytes.byte(kind)
    bytes.count(items.length)
    for (const item of items) write(item)
  }

  function object(value: object): void {
    const link = links.get(value)
    const known = link ?? seen.get(value)
    if (known !== undefined) {
      bytes.byte(link === undefined ? kinds.known : kinds.link)
      bytes.count(known)
    } else if (Array.isArray(value)) list(kinds.array, value, value)
    else if (value instanceof Set) list(kinds.set, value, [...value])
    else if (value instanceof SmallSet) list(kinds.smallSet, value, value.members)
    else if (value instanceof Uint16Array || value instanceof Uint32Array) {
      bytes.byte(value instanceof Uint16Array ? kinds.shorts : kinds.longs)
      bytes.count(value.length)
      bytes.all(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
    } else if (value instanceof Map) {
      seen.set(value, seen.size)
      bytes.byte(kinds.map)
      bytes.count(value.size)
      for (const [key, item] of value) {
        write(key)
        write(item)
      }
    } else record(value)
  }

  function write(value: unknown): void {
    if (typeof value === 'string') text(value)
    else if (typeof value === 'number') number(value)
    else if (typeof value === 'boolean') bytes.byte(value ? kinds.yes : kinds.no)
    else if (value === undefined) bytes.byte(kinds.nothing)
    else if (value === null) bytes.byte(kinds.null)
    else if (typeof value === 'object') object(value)
    else throw new TypeError(`a ${typeof value} cannot be stored`)
  }

  write(value)
  return bytes.taken()
}

import { compactSet, SmallSet } from '../../resources/small-set.ts'
import { kinds, smallest } from './graph-kinds.ts'

// A tenth of all that is read are empty lists and sets. They never change, so each kind is one object.
const noItems: readonly unknown[] = Object.freeze([])
const noMembers: ReadonlySet<unknown> = new Set()
const noFewMembers: ReadonlySet<unknown> = compactSet([])

/** A value as a member of a set or a key of a map, where two empty lists must be different objects. */
function unshared(value: unknown): unknown {
  if (value === noItems) return []
  if (value === noFewMembers) return new SmallSet([])
  return value === noMembers ? new Set() : value
}

/** The same words are in many graphs. This many short strings are shared by all of them. */
const maxShared = 50_000
const maxSharedLength = 24
const sharedStrings = new Map<string, string>()

function shared(text: string): string {
  if (text.length > maxSharedLength) return text
  const known = sharedStrings.get(text)
  if (known !== undefined) return known
  if (sharedStrings.size >= maxShared) sharedStrings.clear()
  sharedStrings.set(text, text)
  return text
}

/** The shape of an object: its keys in order. */
type Shape = readonly string[]

/**
 * Decodes what `writeGraph` encoded; its links lead to `targets`. The form is not checked: call it only for bytes that are known to be
 * unchanged, and written by the same code.
 */
export function readGraph<T>(bytes: Buffer, targets: readonly object[]): T {
  let at = 0
  const seen: object[] = []
  const strings: string[] = []
  const shapes: Shape[] = []

  const byte = (): number => bytes[at++] ?? 0

  function count(): number {
    let value = 0
    for (let place = 1; ; place *= 128) {
      const next = byte()
      value += (next & 127) * place
      if (next < 128) return value
    }
  }

  function characters(encoding: 'latin1' | 'utf16le'): string {
    const length = count()
    const from = at
    at += encoding === 'latin1' ? length : 2 * length
    const text = shared(bytes.toString(encoding, from, at))
    strings.push(text)
    return text
  }

  function named<V>(all: readonly V[]): V {
    const found = all[count()]
    if (found === undefined) throw new Error('a reference leads nowhere')
    return found
  }

  function newShape(): Shape {
    const shape = Array.from({ length: count() }, () => String(read()))
    shapes.push(shape)
    return shape
  }

  function record(isLeaf: boolean, shape: Shape): object {
    const value: Record<string, unknown> = {}
    if (!isLeaf) seen.push(value)
    for (const key of shape) value[key] = read()
    return value
  }

  function array(): object {
    const length = count()
    if (length === 0) return noItems
    // With its length from the start: a list that grows reserves room for 16 more.
    const value = new Array<unknown>(length)
    seen.push(value)
    for (let item = 0; item < length; item++) value[item] = read()
    return value
  }

  function smallSet(): object {
    const length = count()
    if (length === 0) return noFewMembers
    const members = new Array<unknown>(length)
    const value = new SmallSet(members)
    seen.push(value)
    for (let item = 0; item < length; item++) members[item] = unshared(read())
    return value
  }

  /** A list of numbers of `size` bytes each. */
  function numbers(size: 2 | 4): object {
    const length = count() * size
    const from = at
    at += length
    // A copy, because a list of numbers must begin at a multiple of their size.
    const { buffer } = new Uint8Array(bytes.subarray(from, at))
    return size === 2 ? new Uint16Array(buffer) : new Uint32Array(buffer)
  }

  function set(): object {
    const length = count()
    if (length === 0) return noMembers
    const value = new Set<unknown>()
    seen.push(value)
    for (let item = 0; item < length; item++) value.add(unshared(read()))
    return value
  }

  function map(): object {
    const length = count()
    const value = new Map<unknown, unknown>()
    seen.push(value)
    for (let item = 0; item < length; item++) {
      const key = unshared(read())
      value.set(key, read())
    }
    return value
  }

  function double(): number {
    const value = bytes.readDoubleLE(at)
    at += 8
    return value
  }

  function read(): unknown {
    const kind = byte()
    if (kind >= smallest) return kind - smallest
    switch (kind) {
      case kinds.nothing:
        return undefined
      case kinds.null:
        return null
      case kinds.yes:
        return true
      case kinds.no:
        return false
      case kinds.count:
        return count()
      case kinds.double:
        return double()
      case kinds.latin1:
        return characters('latin1')
      case kinds.utf16:
        return characters('utf16le')
      case kinds.knownString:
        return named(strings)
      case kinds.known:
        return named(seen)
      case kinds.link:
        return named(targets)
      case kinds.array:
        return array()
      case kinds.set:
        return set()
      case kinds.smallSet:
        return smallSet()
      case kinds.map:
        return map()
      case kinds.shorts:
        return numbers(2)
      case kinds.longs:
        return numbers(4)
      case kinds.record:
        return record(false, named(shapes))
      case kinds.newRecord:
        return record(false, newShape())
      case kinds.leaf:
        return record(true, named(shapes))
      case kinds.newLeaf:
        return record(true, newShape())
      default:
        throw new Error(`no value begins with ${kind}`)
    }
  }

  // The checksum and the shape of the snapshot guarantee the type.
  return read() as T
}

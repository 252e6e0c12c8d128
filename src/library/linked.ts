import { Deserializer, Serializer } from 'node:v8'

// Parts of a generation are stored and read apart, and share the articles and their paragraphs, which must stay the very
// same objects. Where a stored value refers to one of them, a link is written in its place: a typed array, which V8 lets
// its user write and read in a way of his own.

/** Writes typed arrays as links. */
class LinkWriter extends Serializer {
  constructor() {
    super()
    this._setTreatArrayBufferViewsAsHostObjects(true)
  }

  _writeHostObject(link: ArrayBufferView): void {
    this.writeUint32(link instanceof Uint32Array ? (link[0] ?? 0) : 0)
  }
}

/** Reads links as the objects that they stand for. */
class LinkReader extends Deserializer {
  readonly #targets: readonly object[]

  constructor(bytes: Buffer, targets: readonly object[]) {
    super(bytes)
    this.#targets = targets
  }

  _readHostObject(): object {
    const target = this.#targets[this.readUint32()]
    if (target === undefined) throw new Error('a link leads nowhere')
    return target
  }
}

/** A copy of plain data in which links stand for the targets. What is shared stays shared. */
function withLinks(value: unknown, links: Map<object, unknown>): unknown {
  if (typeof value === 'function') throw new TypeError('a function cannot be stored')
  if (typeof value !== 'object' || value === null) return value
  const known = links.get(value)
  if (known !== undefined) return known
  if (Array.isArray(value)) {
    const copy: unknown[] = []
    links.set(value, copy)
    for (const item of value) copy.push(withLinks(item, links))
    return copy
  }
  if (value instanceof Set) {
    const copy = new Set<unknown>()
    links.set(value, copy)
    for (const item of value) copy.add(withLinks(item, links))
    return copy
  }
  if (value instanceof Map) {
    const copy = new Map<unknown, unknown>()
    links.set(value, copy)
    for (const [key, item] of value) copy.set(withLinks(key, links), withLinks(item, links))
    return copy
  }
  const copy: Record<string, unknown> = {}
  links.set(value, copy)
  for (const [key, item] of Object.entries(value)) copy[key] = withLinks(item, links)
  return copy
}

/** Plain data (objects, arrays, Maps, Sets, what is shared stays shared) as bytes, its references to `targets` as links. */
export function writeLinked(value: unknown, targets: readonly object[]): Buffer {
  const links = new Map<object, unknown>(targets.map((target, at) => [target, Uint32Array.of(at)]))
  const writer = new LinkWriter()
  writer.writeHeader()
  writer.writeValue(withLinks(value, links))
  return writer.releaseBuffer()
}

/**
 * What `writeLinked` made `bytes` of, the links leading to `targets`. The form is not checked: call it only for bytes that
 * are known to be unchanged, and written by this very code.
 */
export function readLinked<T>(bytes: Buffer, targets: readonly object[]): T {
  const reader = new LinkReader(bytes, targets)
  reader.readHeader()
  return reader.readValue()
}

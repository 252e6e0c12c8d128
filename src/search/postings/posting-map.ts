import type { PostingList } from './posting-lists.ts'
import type { Keys } from './stored-index.ts'

/** The first place from `start` whose key is `key` or greater; `end` if there is none. */
export function firstFrom(keys: Keys, key: number, start: number, end: number): number {
  let [low, high] = [start, end]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? 0) < key) low = middle + 1
    else high = middle
  }
  return low
}

/** A list is searched for each wanted key if it is at least this many times as long, and read through otherwise. */
const searchedFrom = 8

/** The keys of `wanted` that are in a list, which is from `start` to `end` in `keys`. */
function* common(keys: Keys, start: number, end: number, wanted: Keys): Generator<number, undefined> {
  const isLong = end - start >= searchedFrom * wanted.length
  let at = start
  for (const key of wanted) {
    if (isLong) at = firstFrom(keys, key, at, end)
    else while (at < end && (keys[at] ?? 0) < key) at++
    if (at === end) return
    if (keys[at] === key) yield key
  }
}

/**
 * The paragraphs that contain a term, with how often each does, on flat lists: what MiniSearch reads of a map. Its size is that of the whole
 * list, which decides how rare the term is, and its keys may be only some of them.
 */
export class PostingMap extends Map<number, number> {
  readonly #keys: Keys
  readonly #occurrences: Uint32Array
  readonly #start: number
  readonly #end: number
  readonly #size: number
  readonly #wanted: Keys | null
  #at: number

  /** A list of `size` paragraphs, or the part of it that was fetched. Keys that are not in `wanted` are skipped; null means all. */
  constructor({ keys, occurrences, start, end }: PostingList, size: number, wanted: Keys | null) {
    super()
    this.#size = size
    this.#keys = keys
    this.#occurrences = occurrences
    this.#start = start
    this.#end = end
    this.#wanted = wanted
    this.#at = start
  }

  override get size(): number {
    return this.#size
  }

  override keys(): MapIterator<number> {
    if (this.#wanted !== null) return common(this.#keys, this.#start, this.#end, this.#wanted)
    return this.#keys.subarray(this.#start, this.#end).values()
  }

  override get(key: number): number | undefined {
    // MiniSearch asks for the keys in order.
    if (this.#at >= this.#end || this.#keys[this.#at] !== key)
      this.#at = firstFrom(this.#keys, key, this.#start, this.#end)
    const found = this.#at < this.#end && this.#keys[this.#at] === key ? this.#occurrences[this.#at] : undefined
    if (found !== undefined) this.#at++
    return found
  }
}

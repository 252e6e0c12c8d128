import type { KeyRange } from '../paragraph-index.ts'
import { type Keys, listStarts, type StoredIndex } from '../postings/stored-index.ts'

/** A list of up to this many postings is one block. */
const maxWhole = 4096
/** The number of postings in a block of a longer list, on average. */
const perBlock = 512

/** The paragraphs of a block of a list: those whose keys divided by the width of the list's blocks are its number. */
export interface PostingBlock {
  readonly list: number
  readonly block: number
  /** Key and number of occurrences of each posting, packed. */
  readonly postings: Uint8Array
}

/** How many keys a block of a list covers, in an index of `size` paragraphs. */
function blockWidth(size: number, count: number): number {
  return count <= maxWhole ? Math.max(1, size) : Math.ceil((size * perBlock) / count)
}

/** The blocks of a list that contain the keys of some ranges. */
export function blocksOf(size: number, count: number, ranges: readonly KeyRange[]): readonly number[] {
  if (count === 0) return []
  const width = blockWidth(size, count)
  const blocks = new Set<number>()
  for (const { start, end } of ranges)
    for (let block = Math.floor(start / width); block * width < Math.min(end, size); block++) blocks.add(block)
  return [...blocks]
}

/** Numbers in groups of seven bits, the lowest first; the highest bit of a byte says that another follows (LEB128). */
function createPacker() {
  let bytes = Buffer.alloc(1 << 16)
  let length = 0
  return {
    add(value: number): void {
      if (length + 5 > bytes.length) bytes = Buffer.concat([bytes], 2 * bytes.length)
      let left = value
      while (left >= 0x80) {
        bytes[length++] = (left & 0x7f) | 0x80
        left >>>= 7
      }
      bytes[length++] = left
    },
    take(): Buffer {
      const taken = Buffer.from(bytes.subarray(0, length))
      length = 0
      return taken
    },
  }
}

/** Packs the lists of an index, block by block. */
export function* packLists({ size, counts, keys, occurrences }: StoredIndex): Generator<PostingBlock> {
  const starts = listStarts(counts)
  const packer = createPacker()
  for (const [list, count] of counts.entries()) {
    const width = blockWidth(size, count)
    const end = starts[list + 1] ?? 0
    for (let at = starts[list] ?? 0; at < end; ) {
      const block = Math.floor((keys[at] ?? 0) / width)
      let before = block * width
      for (; at < end && (keys[at] ?? 0) < (block + 1) * width; at++) {
        const key = keys[at] ?? 0
        packer.add(key - before)
        packer.add(occurrences[at] ?? 0)
        before = key
      }
      yield { list, block, postings: packer.take() }
    }
  }
}

/** The postings of a block, or of several of a list. */
export interface Postings {
  readonly keys: Keys
  readonly occurrences: Uint32Array
}

/** Unpacks a block of a list of `count` postings. */
export function unpackBlock(size: number, count: number, { block, postings }: Omit<PostingBlock, 'list'>): Postings {
  // Each posting takes two bytes at least.
  const most = postings.length >>> 1
  const [keys, occurrences] = [new Uint32Array(most), new Uint32Array(most)]
  let key = block * blockWidth(size, count)
  let length = 0
  let at = 0
  const next = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = postings[at++] ?? 0
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value >>> 0
    }
  }
  while (at < postings.length) {
    key += next()
    keys[length] = key
    occurrences[length++] = next()
  }
  return { keys: keys.slice(0, length), occurrences: occurrences.slice(0, length) }
}

/** Joins the blocks of a list, which are in order. */
export function joinBlocks(blocks: readonly Postings[]): Postings {
  const [first, ...others] = blocks
  if (first !== undefined && others.length === 0) return first
  const length = blocks.reduce((sum, { keys }) => sum + keys.length, 0)
  const joined = { keys: new Uint32Array(length), occurrences: new Uint32Array(length) }
  let at = 0
  for (const { keys, occurrences } of blocks) {
    joined.keys.set(keys, at)
    joined.occurrences.set(occurrences, at)
    at += keys.length
  }
  return joined
}

import type { StoredDictionary } from '../terms/dictionary.ts'
import { type Postings, unpackBlock } from './posting-blocks.ts'
import type { FetchBlocks } from './posting-table.ts'

/** The maximum number of postings in memory, eight bytes each. Questions share their frequent words. */
const maxPostings = 4_000_000

/** Blocks of a list, by their numbers. */
export interface WantedList {
  readonly list: number
  readonly blocks: readonly number[]
}

/** Fetches blocks, and keeps the most recently used. */
export interface BlockCache {
  /** The blocks of each list, in order; empty ones may be missing. */
  get(wanted: readonly WantedList[]): Promise<ReadonlyMap<number, readonly Postings[]>>
}

export function createBlockCache(
  { size, counts }: Pick<StoredDictionary, 'size' | 'counts'>,
  fetch: FetchBlocks,
  max = maxPostings,
): BlockCache {
  // In the order of their last use.
  const kept = new Map<string, Postings>()
  let total = 0

  function keep(key: string, postings: Postings): void {
    kept.set(key, postings)
    total += postings.keys.length
    for (const [oldest, { keys }] of kept) {
      if (total <= max) break
      kept.delete(oldest)
      total -= keys.length
    }
  }

  return {
    async get(wanted) {
      const found = new Map<number, (readonly [number, Postings])[]>()
      const missing: { readonly list: number; readonly block: number }[] = []
      for (const { list, blocks } of wanted) {
        const own: (readonly [number, Postings])[] = []
        found.set(list, own)
        for (const block of blocks) {
          const key = `${list}:${block}`
          const known = kept.get(key)
          if (known === undefined) missing.push({ list, block })
          else {
            kept.delete(key)
            kept.set(key, known)
            own.push([block, known])
          }
        }
      }
      if (missing.length > 0) {
        const lists = missing.map(({ list }) => list)
        for (const one of await fetch({ lists, blocks: missing.map(({ block }) => block) })) {
          const postings = unpackBlock(size, counts[one.list] ?? 0, one)
          found.get(one.list)?.push([one.block, postings])
          const key = `${one.list}:${one.block}`
          // Another search may have fetched it in the meantime.
          if (!kept.has(key)) keep(key, postings)
        }
      }
      return new Map([...found].map(([list, own]) => [list, own.sort(([a], [b]) => a - b).map(([, one]) => one)]))
    },
  }
}

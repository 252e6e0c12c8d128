import type { TermBits } from './term-statistics.ts'

/** Things, listed by their terms. */
export interface TermLists<Thing> {
  /**
   * The things that have enough of some terms, in their order. `bitsOf` gives each term the bits of what it stands for, and `isEnough` is asked
   * once for each combination of bits that a thing has.
   */
  having(bitsOf: ReadonlyMap<string, TermBits>, isEnough: (bits: TermBits) => boolean): readonly Thing[]
}

/** Sums of the same weights in another order may differ by this much. */
const rounding = 1e-9

/** Whether the terms that bits stand for have a total weight of at least `least`. */
export function hasShare(terms: readonly { readonly weight: number }[], least: number): (bits: TermBits) => boolean {
  return (bits) => terms.reduce((sum, { weight }, at) => sum + ((bits >> at) & 1) * weight, 0) >= least - rounding
}

/** Lists things by their terms, as flat lists of numbers. */
export function termLists<Thing>(
  things: readonly Thing[],
  termsOf: (thing: Thing) => Iterable<string>,
): TermLists<Thing> {
  const places = new Map<string, number>()
  const counts: number[] = []
  let total = 0
  for (const thing of things) {
    for (const term of new Set(termsOf(thing))) {
      const place = places.get(term) ?? places.size
      places.set(term, place)
      counts[place] = (counts[place] ?? 0) + 1
      total++
    }
  }
  const starts = new Uint32Array(counts.length + 1)
  for (const [place, count] of counts.entries()) starts[place + 1] = (starts[place] ?? 0) + count
  const next = starts.slice()
  const lists = new Uint32Array(total)
  for (const [at, thing] of things.entries()) {
    for (const term of new Set(termsOf(thing))) {
      const place = places.get(term) ?? 0
      lists[next[place] ?? 0] = at
      next[place] = (next[place] ?? 0) + 1
    }
  }
  const held = new Uint16Array(things.length)
  return {
    having(bitsOf, isEnough) {
      const touched: number[] = []
      for (const [term, bits] of bitsOf) {
        const place = places.get(term)
        if (place === undefined) continue
        for (let from = starts[place] ?? 0; from < (starts[place + 1] ?? 0); from++) {
          const at = lists[from] ?? 0
          if (held[at] === 0) touched.push(at)
          held[at] = (held[at] ?? 0) | bits
        }
      }
      const known = new Map<TermBits, boolean>()
      const found = touched.filter((at) => {
        const bits = held[at] ?? 0
        held[at] = 0
        const enough = known.get(bits) ?? isEnough(bits)
        known.set(bits, enough)
        return enough
      })
      // A thing may be a list, so it is not given to flatMap.
      return found.sort((a, b) => a - b).flatMap((at) => things.slice(at, at + 1))
    },
  }
}

import { numbering } from '../../resources/numbers/numbering.ts'
import { invert, rowsOf } from '../../resources/numbers/rows.ts'
import type { Steps } from '../../resources/steps.ts'
import type { TermBits } from './term-statistics.ts'

/** Things, listed by their terms. */
export interface TermLists<Thing> {
  /** Whether a thing has a term. */
  has(term: string): boolean
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

/** Lists things by their terms, as flat lists of numbers, one in each step. */
export function* termLists<Thing>(
  things: readonly Thing[],
  termsOf: (thing: Thing) => Iterable<string>,
): Steps<TermLists<Thing>> {
  const places = numbering<string>()
  const rows = yield* rowsOf(things, (thing) => Array.from(termsOf(thing), places.indexOf))
  const placeOf = places.lookup()
  const thingsWith = invert(rows, placeOf.size)
  const held = new Uint16Array(things.length)
  return {
    has: (term) => placeOf.has(term),
    having(bitsOf, isEnough) {
      const touched: number[] = []
      for (const [term, bits] of bitsOf) {
        const place = placeOf.get(term)
        if (place === undefined) continue
        for (const at of thingsWith(place)) {
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

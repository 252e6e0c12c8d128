import fc from 'fast-check'
import { expect } from 'vitest'

/** Expects that any numbers are either unpacked, or refused with a RangeError. */
export function expectUnpackedOrRefused(unpack: (numbers: Uint32Array) => unknown): void {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 ** 32 - 1 })), (numbers) => {
      try {
        unpack(Uint32Array.from(numbers))
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError)
      }
    }),
  )
}

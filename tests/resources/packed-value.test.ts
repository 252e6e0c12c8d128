import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numbering } from '../../src/resources/numbers/numbering.ts'
import { numbersOf } from '../../src/resources/numbers/packed-numbers.ts'
import { packValue, unpackValue } from '../../src/resources/numbers/packed-value.ts'
import { compactSet } from '../../src/resources/small-set.ts'
import { anyData } from '../../testkit/any-data.ts'
import { expectUnpackedOrRefused } from '../../testkit/damaged-numbers.ts'

const primitive = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.integer(),
  fc.maxSafeNat(),
  fc.constantFrom(0, -0, 8191, 8192, 65_535, 2 ** 32, null, undefined, true, false),
)
const data = anyData(primitive, () => [fc.uniqueArray(fc.string(), { maxLength: 20 }).map(compactSet)])

describe('a packed value', () => {
  test('is unpacked as it was, wherever its numbers begin', () => {
    fc.assert(
      fc.property(data, fc.array(fc.nat()), (value, before) => {
        const words = numbering<string>()
        const numbers = numbersOf([...before, ...packValue(value, words)])
        expect(isDeepStrictEqual(unpackValue<unknown>(numbers, before.length, words.all()), value)).toBe(true)
      }),
    )
  })

  test('that is damaged is refused or unpacked, and neither takes long', () => {
    expectUnpackedOrRefused((numbers) => unpackValue(numbers, 0, ['a']))
  })

  test('cannot be a function', () => {
    expect(() => packValue({ read: () => 1 }, numbering())).toThrow('a function cannot be packed')
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameOutlet, knownOutlets } from '../../../src/reading/facts/lexicon/news-agencies.ts'

const letter = fc.constantFrom('a', 'b', 'c')
const word = fc.array(letter, { minLength: 1, maxLength: 3 }).map((letters) => letters.join(''))
const key = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '-')), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.flat().slice(0, -1).join(''))

test('an outlet is found in a list as by comparing it with each', () => {
  fc.assert(
    fc.property(fc.array(key), key, (keys, wanted) => {
      expect(knownOutlets(keys).sameAs(wanted)).toBe(keys.find((other) => isSameOutlet(other, wanted)) ?? null)
    }),
    { numRuns: 1_000 },
  )
})

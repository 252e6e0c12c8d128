import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countBits, lettersOf, mayBeSimilar } from '../../src/language/names/letter-set.ts'
import { similarity } from '../../src/language/names/names.ts'

describe('the letters of words', () => {
  test('are counted as the ones of a binary number', () => {
    fc.assert(
      fc.property(fc.integer(), (bits) => {
        expect(countBits(bits)).toBe([...(bits >>> 0).toString(2)].filter((digit) => digit === '1').length)
      }),
    )
  })

  test('never rule out a word that is similar', () => {
    const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcdeé😀') })
    fc.assert(
      fc.property(word, word, fc.double({ min: 0.5, max: 1, noNaN: true }), (a, b, least) => {
        if (similarity(a, b) >= least) expect(mayBeSimilar(a, lettersOf(a), b, lettersOf(b), least)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

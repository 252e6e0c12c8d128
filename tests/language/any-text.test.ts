import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTimes } from '../../src/language/dates/read-times.ts'
import { isIsoDate } from '../../src/language/dates/time/calendar.ts'
import { figures } from '../../src/language/figures/figures.ts'
import { isNameVariant, nameSkeleton, samePerson } from '../../src/language/names/names.ts'
import { sentences } from '../../src/language/sentences/sentences.ts'
import type { Range } from '../../src/language/text/range.ts'
import { normalise, plainLine } from '../../src/language/tokens/normalise.ts'
import { terms } from '../../src/language/tokens/terms.ts'
import { words } from '../../src/language/tokens/words.ts'
import { anyText } from '../../testkit/text/any-text.ts'
import { hostile } from '../../testkit/text/hostile.ts'

const ranged: readonly (readonly [string, (text: string) => readonly Range[]])[] = [
  ['sentences', sentences],
  ['words', words],
  ['figures', figures],
  ['times', readTimes],
]

describe.each(ranged)('%s of any text', (_, read) => {
  test('are ranges inside the text, in order, not empty and without overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0
        for (const range of read(text)) {
          expect(range.start).toBeGreaterThanOrEqual(end)
          expect(range.end).toBeGreaterThan(range.start)
          expect(range.end).toBeLessThanOrEqual(text.length)
          end = range.end
        }
      }),
      { numRuns: 500 },
    )
  })

  test.each(hostile)('are read in a short time when it repeats %s', (_unit, text) => {
    expect(Array.isArray(read(text))).toBe(true)
  })
})

describe('terms of any text', () => {
  test('are ranges inside the text, in order and not empty; each begins and ends after the one before', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let [start, end] = [-1, 0]
        for (const range of terms(text)) {
          expect(range.start).toBeGreaterThan(start)
          expect(range.end).toBeGreaterThan(Math.max(range.start, end))
          expect(range.end).toBeLessThanOrEqual(text.length)
          start = range.start
          end = range.end
        }
      }),
      { numRuns: 500 },
    )
  })

  test.each(hostile)('are read in a short time when it repeats %s', (_unit, text) => {
    expect(Array.isArray(terms(text))).toBe(true)
  })
})

describe('any text', () => {
  test('is folded, put on a line and compared without an error', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(typeof normalise(a)).toBe('string')
        expect(plainLine(a)).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
        expect(typeof nameSkeleton(a)).toBe('string')
        expect(samePerson(a, b)).toBe(samePerson(b, a))
        expect(isNameVariant(a, b)).toBe(isNameVariant(b, a))
        expect(typeof isIsoDate(a)).toBe('boolean')
      }),
      { numRuns: 500 },
    )
  })

  test.each(hostile)('that repeats %s is folded and compared in a short time', (_, text) => {
    expect(normalise(text).length).toBeGreaterThan(0)
    expect(plainLine(text)).toMatch(/^A/)
    expect(isNameVariant(text, `${text}x`)).toBe(false)
    expect(typeof samePerson(text, `${text}x`)).toBe('boolean')
  })
})

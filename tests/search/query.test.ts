import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxQueryLength, maxQueryTerms, parseQuery } from '../../src/search/query.ts'
import { QueryError } from '../../src/search/query-error.ts'
import { queryTerms } from '../../src/search/query-terms.ts'
import { generationOf } from '../../testkit/articles/generation-of-texts.ts'

const codeOf = (input: string) => {
  try {
    parseQuery(input)
    return null
  } catch (error) {
    if (error instanceof QueryError) return error.code
    throw error
  }
}

describe('the validation of a query', () => {
  test.each([
    ['', 'empty'],
    [' \u200b\u202e ', 'empty'],
    ['?!', 'no-words'],
    ['\u{1f600}', 'no-words'],
    ['the of and', 'only-function-words'],
    ['x'.repeat(maxQueryLength + 1), 'too-long'],
    ['__proto__', null],
    ['drones', null],
  ])('%j: %s', (input, code) => {
    expect(codeOf(input)).toBe(code)
  })

  test('accepts only cleaned text with terms of limited length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (input) => {
        if (codeOf(input) !== null) return
        const { text, terms } = parseQuery(input)
        expect(text.length).toBeLessThanOrEqual(maxQueryLength)
        expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
        expect(terms.length).toBeGreaterThan(0)
        for (const { folded } of terms) expect(folded.length).toBeLessThanOrEqual(maxQueryLength)
      }),
    )
  })

  test('keeps the twelve rarest terms of a long query', async () => {
    const { index, vocabulary } = await generationOf('Alpha beta gamma delta. Alpha beta. Alpha.')
    const letters = 'a b c d e f g h i j k l m n o p q r s t u v w x y z ab ac ad ae af ag ah ai aj ak'
    expect(queryTerms(parseQuery(letters).terms, index, vocabulary).length).toBeLessThanOrEqual(maxQueryTerms)
  })
})

describe('the terms of a query', () => {
  test('correct an unknown word to a similar one, and never a known word', async () => {
    const { index, vocabulary } = await generationOf('The drones flew. A drone fell. The crane stood. The crone sat.')
    const matchesOf = (text: string) =>
      queryTerms(parseQuery(text).terms, index, vocabulary)[0]?.matches.map(({ term }) => term)
    expect(matchesOf('dronse')).toContain('drone')
    expect(matchesOf('drone')).toEqual(['drone'])
  })

  test('treat a slip as a name only if it is written as one', async () => {
    const { index, vocabulary } = await generationOf('They saw that Signey came. Then Signey left with Signey.')
    const isName = (text: string) => queryTerms(parseQuery(text).terms, index, vocabulary).map((term) => term.isName)
    expect(isName('a signer')).toEqual([false])
    expect(isName('when Signney came')[0]).toBe(true)
  })
})

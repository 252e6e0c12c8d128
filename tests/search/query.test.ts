import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxQueryLength, parseQuery } from '../../src/search/query/query.ts'
import { QueryError } from '../../src/search/query/query-error.ts'
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

describe('the guard before every search', () => {
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

  test('lets through nothing but cleaned text with terms of bearable length', () => {
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
})

test('words are parts of a compound only if its stem keeps both', () => {
  const closedIn = (text: string) => parseQuery(text).terms.map(({ closed }) => closed)
  expect(closedIn('the plug-in')).toEqual([['plugin']])
  expect(closedIn('the empire ally')).toEqual([undefined, undefined])
})

describe('the terms of a query', () => {
  test('take a word that no text holds for a slip of one that is alike, and no known word for another', async () => {
    const { index } = await generationOf('The drones flew. A drone fell. The crane stood. The crone sat.')
    const matchesOf = async (text: string) =>
      (await index.search(parseQuery(text))).terms[0]?.matches.map(({ term }) => term)
    expect(await matchesOf('dronse')).toContain('drone')
    expect(await matchesOf('drone')).toEqual(['drone'])
  })

  test('call a slip a name only where it is written as one', async () => {
    const { index } = await generationOf('They saw that Signey came. Then Signey left with Signey.')
    const isName = async (text: string) => (await index.search(parseQuery(text))).terms.map((term) => term.isName)
    expect(await isName('a signer')).toEqual([false])
    expect((await isName('when Signney came'))[0]).toBe(true)
  })
})

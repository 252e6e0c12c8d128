import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildMiniSearchIndex } from '../../src/search/minisearch-index.ts'
import type { IndexedParagraph, ParagraphIndex } from '../../src/search/paragraph-index.ts'

const builders: readonly (readonly [string, (paragraphs: readonly IndexedParagraph[]) => ParagraphIndex])[] = [
  ['MiniSearch', buildMiniSearchIndex],
]
const paragraphsOf = (...texts: readonly string[]): IndexedParagraph[] =>
  texts.map((text, key) => ({ key, terms: text.split(' '), titleTerms: key === 0 ? ['harbour'] : [] }))
const weighed = (text: string) => text.split(' ').map((term) => ({ term, weight: 1 }))

describe.each(builders)('a paragraph index: %s', (_, build) => {
  const index = build(paragraphsOf('ferry pier', 'ferry ferry boat', 'fish market', '__proto__ constructor'))
  const keys = (text: string, limit = 10) => index.search(weighed(text), { limit }).map(({ key }) => key)

  test('finds the paragraphs that hold a term, best first', () => {
    expect(keys('boat')).toEqual([1])
    expect(keys('ferry')[0]).toBe(1)
    expect(keys('nothing')).toEqual([])
  })

  test('finds a paragraph by its headings', () => {
    expect(keys('harbour')).toEqual([0])
  })

  test('counts how many paragraphs have a term', () => {
    expect([index.size, index.frequency('ferry'), index.frequency('harbour')]).toEqual([4, 2, 0])
  })

  test('returns only allowed paragraphs, up to the limit', () => {
    expect(index.search(weighed('ferry'), { limit: 10, only: (key) => key === 0 }).map(({ key }) => key)).toEqual([0])
    expect(keys('ferry fish', 1).length).toBe(1)
  })

  test('treats names of object members as words', () => {
    expect(keys('__proto__')).toEqual([3])
    expect(index.frequency('toString')).toBe(0)
  })

  test('finds the terms that are one edit away, swapped letters included', () => {
    expect(index.neighbours('frery')).toContain('ferry')
    expect(index.neighbours('boot')).toContain('boat')
  })

  test('returns ties in the order of the paragraphs, whatever the weights', () => {
    const even = build(paragraphsOf('x a', 'a b', 'b a', 'a c'))
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), (weight) => {
        const found = even.search([{ term: 'a', weight }], { limit: 10 }).map(({ key }) => key)
        expect(found.filter((key) => key > 0)).toEqual([1, 2, 3])
      }),
    )
  })
})

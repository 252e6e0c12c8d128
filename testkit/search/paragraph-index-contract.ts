import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { terms } from '../../src/language/tokens/terms.ts'
import type { ParagraphIndex, SearchRequest } from '../../src/search/paragraph-index.ts'
import { maxQueryTerms } from '../../src/search/query/query.ts'

/** A paragraph as its text, and the text of the titles above it. */
export interface IndexedText {
  readonly text: string
  readonly title?: string
}

export const termsOf = (text: string) => terms(text).map(({ term }) => term)

/** The keys of the first paragraphs of the articles of an index that is built. */
export const articleStarts = Uint32Array.of(0, 2)

/** What every paragraph index does. `build` indexes texts, as the paragraphs of articles that begin at `articleStarts`. */
export function describeParagraphIndex(
  name: string,
  build: (texts: readonly IndexedText[]) => Promise<ParagraphIndex>,
): void {
  describe(`a paragraph index ${name}`, () => {
    let index: ParagraphIndex
    beforeAll(async () => {
      index = await build([
        { text: 'ferry pier', title: 'market' },
        { text: 'ferry ferry boat' },
        { text: 'fish market' },
        { text: '__proto__ constructor' },
      ])
    })
    const search = (text: string, more: Partial<SearchRequest> = {}) => index.search({ terms: terms(text), ...more })
    const keys = async (text: string, more: Partial<SearchRequest> = {}) =>
      (await search(text, more)).candidates.map(({ key }) => key)

    test('finds the paragraphs that contain a term, best first', async () => {
      expect(await keys('boat')).toEqual([1])
      expect((await keys('ferry'))[0]).toBe(1)
      expect(await keys('volcano')).toEqual([])
      expect(await index.search({ terms: [] })).toEqual({ terms: [], candidates: [], documentFrequencies: new Map() })
    })

    test('finds a paragraph by the titles above it', async () => {
      expect(await keys('market')).toEqual([2, 0])
    })

    test('says which terms each candidate and the paragraphs around it contain', async () => {
      const { terms: asked, candidates } = await search('ferry boat market')
      const named = (bits: number) => asked.filter((_, at) => (bits >> at) & 1).map(({ term }) => term)
      const around = candidates.map(({ key, held, heldBefore, heldAfter, heldInArticle }) => [
        key,
        [held, heldBefore, heldAfter, heldInArticle].map(named),
      ])
      const [ferry, boat, market] = ['ferry', 'boat', 'market'].map((word) => termsOf(word).join())
      expect(Object.fromEntries(around)).toEqual({
        0: [[ferry, market], [], [ferry, boat], [ferry, boat, market]],
        1: [[ferry, boat], [ferry, market], [], [ferry, boat, market]],
        2: [[market], [], [], [market]],
      })
    })

    test('counts the paragraphs whose text contains a term', async () => {
      const { documentFrequencies } = await search('fish', { counted: termsOf('ferry harbour volcano') })
      expect(index.size).toBe(4)
      expect([...documentFrequencies]).toEqual(termsOf('ferry').map((term) => [term, 2]))
    })

    test('knows all paragraphs that contain a term in their text or in the titles above them', async () => {
      const [ferry = '', market = '', volcano = ''] = termsOf('ferry market volcano')
      const found = await index.containing([ferry, market, volcano, 'toString'])
      expect([...found].map(([term, keys]) => [term, [...keys]])).toEqual([
        [ferry, [0, 1]],
        [market, [0, 2]],
      ])
    })

    test('restricts the candidates to a range of keys, and to a number', async () => {
      expect(await keys('ferry', { filter: { start: 0, end: 1 } })).toEqual([0])
      expect(await keys('ferry', { filter: { start: 2, end: 4 } })).toEqual([])
      expect(await keys('ferry fish', { limit: 1 })).toHaveLength(1)
    })

    test('takes names of object members for words', async () => {
      expect(await keys('__proto__')).toEqual([3])
      expect((await search('fish', { counted: ['toString'] })).documentFrequencies.size).toBe(0)
    })

    test('matches a term that no text contains with those of which it may be a typo, and a known one with itself', async () => {
      const matchesOf = async (text: string) =>
        (await search(text)).terms.flatMap(({ matches }) => matches.map(({ term }) => term))
      expect(await matchesOf('frery')).toEqual(termsOf('ferry'))
      expect(await matchesOf('boat')).toEqual(termsOf('boat'))
      expect(await keys('frery')).toContain(1)
    })

    test('keeps the rarest terms of a long query', async () => {
      const long = 'apple bridge castle dragon engine forest garden hammer island jungle kettle ladder mirror ferry'
      const { terms: kept } = await search(long)
      expect(kept).toHaveLength(maxQueryTerms)
      expect(kept.map(({ term }) => term)).not.toContain(termsOf('ferry')[0])
    })

    test('orders equal candidates by key', async () => {
      const even = await build(['xx apple', 'apple boat', 'boat apple', 'apple crane'].map((text) => ({ text })))
      const { candidates } = await even.search({ terms: terms('apple') })
      expect(candidates.map(({ key }) => key).filter((key) => key > 0)).toEqual([1, 2, 3])
    })

    test('answers with data that could come from another machine, and the same for the same request', async () => {
      const word = fc.constantFrom('ferry', 'pier', 'boat', 'fish', 'frery', 'harbour', 'volcano', 'Market')
      await fc.assert(
        fc.asyncProperty(fc.array(word, { maxLength: 6 }), async (words) => {
          const request = { terms: terms(words.join(' ')), counted: termsOf(words.join(' ')) }
          const result = await index.search(request)
          expect(structuredClone(result)).toEqual(result)
          expect(await index.search(structuredClone(request))).toEqual(result)
        }),
      )
    })
  })
}

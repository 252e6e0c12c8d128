import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { terms } from '../../src/language/tokens/terms.ts'
import { createLocalIndex } from '../../src/search/local-index.ts'
import { buildMiniSearchIndex, type MiniSearchIndex } from '../../src/search/minisearch-index.ts'
import { noWords, vocabularyOf } from '../../src/search/terms/vocabulary.ts'

const words = ['ferry', 'pier', 'market', 'gull', 'harbour', 'mast', 'sail', 'rope', 'tide', 'buoy', 'anchor', 'deck']
const termOf = (word: string) => terms(word)[0]?.term ?? word
// The first words are frequent, the last ones rare.
const word = fc
  .nat({ max: words.length ** 2 - 1 })
  .map((at) => words[Math.floor(at ** 2 / words.length ** 3)] ?? 'ferry')
const text = fc.array(word, { maxLength: 8 })
const texts = fc.array(
  fc.record({ text, title: fc.oneof(fc.constant<string[]>([]), fc.array(word, { maxLength: 2 })) }),
  {
    minLength: 1,
    maxLength: 60,
  },
)
const query = fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 6 })

function indexOf(all: readonly { readonly text: readonly string[]; readonly title: readonly string[] }[]) {
  return buildMiniSearchIndex(
    all.map((one, key) => ({ key, terms: one.text.map(termOf), titleTerms: one.title.map(termOf) })),
  )
}

const search = async (index: MiniSearchIndex, asked: readonly string[], limit: number, budget?: number) => {
  const local = createLocalIndex(index, () => vocabularyOf(noWords), Uint32Array.of(0), budget)
  return local.search({ terms: terms(asked.join(' ')), limit })
}

/** What MiniSearch alone finds for the same terms. */
function found(index: MiniSearchIndex, { terms: asked }: Awaited<ReturnType<typeof search>>) {
  return index.score(
    asked.flatMap(({ matches }) => matches),
    null,
  )
}

describe('candidates', () => {
  test('within the budget are those that MiniSearch finds in all paragraphs, with the same scores', async () => {
    await fc.assert(
      fc.asyncProperty(texts, query, fc.integer({ min: 1, max: 70 }), async (all, asked, limit) => {
        const index = indexOf(all)
        const result = await search(index, asked, limit)
        const expected = found(index, result).slice(0, limit)
        expect(result.candidates.map(({ key, score }) => ({ key, score }))).toEqual(
          expected.map(({ key, score }) => ({ key, score })),
        )
      }),
    )
  })

  test('beyond the budget have the scores that they would have without one', async () => {
    await fc.assert(
      fc.asyncProperty(texts, query, fc.nat({ max: 60 }), async (all, asked, budget) => {
        const index = indexOf(all)
        const result = await search(index, asked, all.length, budget)
        const scores = new Map(found(index, result).map(({ key, score }) => [key, score]))
        for (const { key, score } of result.candidates) expect(score).toBe(scores.get(key))
        const whole = (await search(index, asked, all.length)).candidates
        const around = new Map(whole.map(({ key, ...rest }) => [key, rest]))
        for (const { key, ...rest } of result.candidates) expect(rest).toEqual(around.get(key))
      }),
    )
  })

  test('never lack a paragraph with the rarest word, however small the budget', async () => {
    await fc.assert(
      fc.asyncProperty(texts, query, fc.nat({ max: 20 }), async (all, asked, budget) => {
        const index = indexOf(all)
        const { terms: matched, candidates } = await search(index, asked, all.length, budget)
        const lists = matched
          .flatMap(({ matches }) => matches.map(({ term }) => term))
          .map((term) =>
            all.flatMap((one, key) =>
              [one.text, one.title].flatMap((field: readonly string[]) =>
                field.some((other) => termOf(other) === term) ? [key] : [],
              ),
            ),
          )
          .sort((a, b) => a.length - b.length)
        const [rarest = [], next = []] = lists
        if (lists.length > 1 && rarest.length === next.length) return
        const keys = new Set(candidates.map(({ key }) => key))
        for (const key of rarest) expect(keys.has(key)).toBe(true)
      }),
    )
  })

  test('of equal score come in the order of their keys, and are the same each time', async () => {
    const index = indexOf(Array.from({ length: 40 }, () => ({ text: ['ferry', 'pier'], title: [] })))
    const { candidates } = await search(index, ['pier'], 5)
    expect(candidates.map(({ key }) => key)).toEqual([0, 1, 2, 3, 4])
    expect((await search(index, ['pier'], 5)).candidates).toEqual(candidates)
  })
})

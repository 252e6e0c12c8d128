import { setImmediate as otherWork } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { prepareSuggestions, suggest, suggestInTime } from '../../src/answers/suggest/suggest.ts'
import { withSkipped } from '../../src/library/generation/generation.ts'
import { generationOf, seeds } from '../../testkit/articles/articles.ts'

const kinds = ['topic', 'speaker', 'article'] as const

test('suggestions are prepared once for a generation, with whatever files it names as skipped', async () => {
  const generation = await generationOf(seeds)
  const begun = prepareSuggestions(generation)
  expect(prepareSuggestions(withSkipped(generation, []))).toBe(begun)
  await begun
  expect(prepareSuggestions(generation)).toBe(begun)
})

test('suggestions are the same whether they were prepared or not', async () => {
  const [prepared, other] = [await generationOf(seeds), await generationOf(seeds)]
  await prepareSuggestions(prepared)
  for (const kind of kinds)
    for (const typed of ['', 'd', 'ukrane', 'macron'])
      expect(suggest(prepared, kind, typed)).toEqual(suggest(other, kind, typed))
})

test('a keystroke waits for suggestions that are being prepared, and the thread does other work meanwhile', async () => {
  const generation = await generationOf(seeds)
  let isPrepared = false
  const prepared = prepareSuggestions(generation).then(() => {
    isPrepared = true
  })
  await otherWork()
  expect(isPrepared).toBe(false)
  const found = await suggestInTime(generation, 'topic', 'dron', 60_000)
  expect(found.map(({ value }) => value)).toContain('drones')
  await prepared
})

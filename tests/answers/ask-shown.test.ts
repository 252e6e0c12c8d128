import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../../src/answers/ask/ask.ts'
import { sentences } from '../../src/language/sentences/sentences.ts'
import type { Generation } from '../../src/library/generation/generation.ts'
import { QueryError } from '../../src/search/query/query-error.ts'
import { generationOf } from '../../testkit/articles/generation-of-texts.ts'
import { textItems } from '../../testkit/articles/text-items.ts'
import { cpuSeconds } from '../../testkit/cpu-seconds.ts'

const pier = `The ferry company Nordlys opened a second pier in Bergen on Monday. It has room for 12 ferries at a time.

Mayor Kari Lund opened the pier with a speech about the sea. Two hundred people came to hear the mayor.

The fish market of Bergen moved to the new pier in May, and 40 shops followed it.`
const copy = `Nordlys, the ferry company, opened a second pier in Bergen on Monday. The harbour is old.`

describe('what ask shows', () => {
  let generation: Generation
  beforeAll(async () => {
    generation = await generationOf(pier, copy)
  })

  test('shows a sentence with the one before it if it cannot be understood alone', async () => {
    const answer = await ask(generation, 'How many ferries has the pier room for?')
    expect(answer.status).toBe('answered')
    const first = answer.status === 'answered' ? textItems(answer.items)[0]?.snippet.text : undefined
    expect(first).toBe(
      'The ferry company Nordlys opened a second pier in Bergen on Monday. It has room for 12 ferries at a time.',
    )
  })

  test('joins a near-copy in another article as a further citation', async () => {
    const answer = await ask(generation, 'Who opened a second pier in Bergen on Monday?')
    if (answer.status !== 'answered') throw new Error(answer.status)
    const items = textItems(answer.items)
    expect(items[0]?.alsoIn.length).toBe(1)
    const texts = items.map(({ snippet }) => snippet.text).filter((text) => text.includes('second pier'))
    expect(texts.length).toBe(1)
  })

  test('gives a clear error or at most three short, different items with highlights in range for any question', async () => {
    const word = fc.constantFrom(
      ...'who what when where why how many did does is the pier Nordlys Bergen ferries mayor Lund open opened 12 May'.split(
        ' ',
      ),
    )
    const question = fc.oneof(
      fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 320 }),
    )
    await fc.assert(
      fc.asyncProperty(question, async (input) => {
        try {
          const answer = await ask(generation, input)
          const shown =
            answer.status === 'answered' ? textItems(answer.items) : answer.status === 'about' ? [] : answer.nearest
          expect(shown.length).toBeLessThanOrEqual(3)
          for (const { snippet: one } of shown) {
            const again = shown.filter(
              ({ snippet: { citation } }) =>
                citation.file === one.citation.file &&
                citation.paragraph === one.citation.paragraph &&
                citation.start < one.citation.end &&
                one.citation.start < citation.end,
            )
            expect(again.length).toBe(1)
          }
          for (const { snippet } of shown) {
            expect(sentences(snippet.text).length).toBeLessThanOrEqual(2)
            let last = 0
            for (const { start, end } of snippet.highlights) {
              expect(start).toBeGreaterThanOrEqual(last)
              expect(end).toBeGreaterThan(start)
              expect(end).toBeLessThanOrEqual(snippet.text.length)
              last = end
            }
          }
          expect(JSON.stringify(await ask(generation, input))).toBe(JSON.stringify(answer))
        } catch (error) {
          expect(error).toBeInstanceOf(QueryError)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('answers with little work when an article is forty sentences of as many letters as a paragraph may have', async () => {
    const sentence = `${'Nordlys opened 12 piers in Bergen on 3 May 2020, and '.repeat(940)}left.`
    const huge = await generationOf(Array.from({ length: 40 }, () => sentence).join('\n\n'), pier)
    const seconds = await cpuSeconds(() => ask(huge, 'How many piers did Nordlys open in Bergen?'))
    expect(seconds).toBeLessThan(20)
  })
})

test('a further item is not part of a quotation that continues in the next paragraph', async () => {
  const generation = await generationOf(
    `date 2026-03-03
“The harbour bridge was built by my father. He worked on it for ten years.

“He painted the harbour bridge green,” said Ida Holm.

The harbour bridge was built by 40 workers in 1931.`,
  )
  const answer = await ask(generation, 'Who built the harbour bridge?')
  expect(answer.status).toBe('answered')
  const [, ...others] = answer.status === 'answered' ? textItems(answer.items) : []
  expect(others.map(({ snippet }) => snippet.text).filter((text) => /^“[^”]*$/u.test(text))).toEqual([])
})

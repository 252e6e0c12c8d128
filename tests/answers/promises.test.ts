import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer, AskAnswer } from '../../src/answers/answer/answer.ts'
import { paragraphHash } from '../../src/answers/answer/citation.ts'
import type { Citation } from '../../src/answers/answer/cited-text.ts'
import { VerificationError, verify } from '../../src/answers/answer/verify.ts'
import type { Refused } from '../../src/service/answer-service.ts'
import { council, generationFrom, generationOf, seeds, serviceOn } from '../../testkit/articles/articles.ts'

const generation = await generationOf(seeds)
const service = serviceOn(generation)

function paragraphOf({ file, paragraph }: Citation) {
  return generation.articles.find((article) => article.file === file)?.paragraphs[paragraph - 1]
}

function expectWordForWord(answer: Answer | AskAnswer | Refused): void {
  if (answer.status === 'error' || answer.status === 'about') return
  for (const item of answer.status === 'answered' ? answer.items : answer.nearest) {
    if (item.kind === 'metadata') {
      expect(generation.articles.find(({ file }) => file === item.article.file)?.[item.field]).toBe(item.value)
      continue
    }
    const { text, citation, highlights } = item.snippet
    const paragraph = paragraphOf(citation)
    expect(paragraph?.text.slice(citation.start, citation.end)).toBe(text)
    expect(citation.hash).toBe(paragraphHash({ text: paragraph?.text ?? '' }))
    let at = 0
    for (const { start, end } of highlights) {
      expect(start).toBeGreaterThanOrEqual(at)
      expect(end).toBeGreaterThan(start)
      at = end
    }
    expect(at).toBeLessThanOrEqual(text.length)
    if (item.kind === 'quotation') {
      const { quotation } = item.statement
      expect(text.slice(quotation.start, quotation.end)).toBe(quotation.text)
    }
    for (const other of item.alsoIn) expect(paragraphOf(other)?.text.slice(other.start, other.end).trim()).not.toBe('')
  }
}

/** Words of the articles mixed with anything at all. */
const vocabulary = generation.passages.flatMap(({ paragraph }) => paragraph.text.split(/\s+/))
const question = fc.oneof(
  fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 14 }).map((words) => words.join(' ')),
  fc.string({ unit: 'binary', maxLength: 320 }),
  fc
    .array(fc.oneof(fc.constantFrom(...vocabulary), fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 10 })
    .map((words) => words.join(' ')),
)

describe('for whatever is asked', () => {
  test.each(['ask', 'whoSaid', 'quotes', 'facts'] as const)(
    '%s says only what stands in the articles, word for word',
    async (call) => {
      await fc.assert(
        fc.asyncProperty(question, async (input) => expectWordForWord(await service[call](input))),
        { numRuns: 150 },
      )
    },
  )

  test('the same question gets the same answer', async () => {
    const again = serviceOn(await generationOf(seeds))
    await fc.assert(
      fc.asyncProperty(question, async (input) => {
        expect(await again.ask(input)).toEqual(await service.ask(input))
      }),
      { numRuns: 60 },
    )
  })

  test.each(
    [...'abcdefghijklmnopqrstuvwxyz']
      .join(' ')
      .concat('|', 'w'.repeat(100).concat(' ').repeat(60).slice(0, 300))
      .split('|'),
  )('a query made to be slow ends: %.20s…', async (input) => {
    expect(['nothing-found', 'error']).toContain((await service.ask(input)).status)
  })
})

describe('the verification', () => {
  const made = async () => {
    const small = await generationFrom(council)
    const answer = await serviceOn(small).facts('ferries')
    if (answer.status !== 'answered') throw new Error('the fixture has an answer')
    const [item] = answer.items
    if (item === undefined) throw new Error('the fixture has an item')
    return { small, answer, item }
  }

  test('refuses a snippet that differs from its paragraph by one letter', async () => {
    const { small, answer, item } = await made()
    const changed = { ...item, snippet: { ...item.snippet, text: item.snippet.text.replace('e', 'a') } }
    expect(() => verify(small, { ...answer, items: [changed] })).toThrow(VerificationError)
  })

  test('refuses a citation of a paragraph that has changed', async () => {
    const { small, answer, item } = await made()
    const { snippet } = item
    const changed = { ...item, snippet: { ...snippet, citation: { ...snippet.citation, hash: '0000000000000000' } } }
    expect(() => verify(small, { ...answer, items: [changed] })).toThrow(VerificationError)
  })

  test('refuses a further citation beyond its paragraph', async () => {
    const { small, answer, item } = await made()
    const changed = { ...item, alsoIn: [{ ...item.snippet.citation, end: 100_000 }] }
    expect(() => verify(small, { ...answer, items: [changed] })).toThrow(VerificationError)
  })
})

describe("a generation's id", () => {
  test('is the same for the same articles and another for others', async () => {
    const [one, two, other] = await Promise.all([
      generationFrom(council),
      generationFrom(council),
      generationFrom({ ...council, 'garden.txt': 'The botanical garden closed.' }),
    ])
    expect(one.id).toMatch(/^[0-9a-f]{8}$/)
    expect(two.id).toBe(one.id)
    expect(other.id).not.toBe(one.id)
  })
})

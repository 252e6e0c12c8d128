import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRateLimit } from '../../../src/discord/context/rate-limit.ts'
import { choicesBody, type MessageDraft, messageBody } from '../../../src/discord/delivery/message-payload.ts'
import { truncate } from '../../../src/discord/delivery/truncate.ts'
import { bodies, examine } from '../../../testkit/discord/schema/schema.ts'
import { hostileTexts } from '../../../testkit/text/hostile-texts.ts'

const text = fc.oneof(fc.string({ maxLength: 100 }), fc.constantFrom(...hostileTexts(400)))
const filled = text.map((value) => `x${value}`)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const embed = fc.record(
  {
    title: filled,
    description: filled,
    author: fc.record({ name: filled }),
    footer: fc.record({ text: filled }),
    fields: fc.array(fc.record({ name: filled, value: filled }), { maxLength: 30 }),
  },
  { requiredKeys: ['description'] },
)
const button = fc.record({
  type: fc.constant(2 as const),
  style: fc.constant(2 as const),
  label: filled,
  custom_id: fc.oneof(fc.string({ maxLength: 120 }), fc.constantFrom('a', 'b')),
})
const row = fc.record({ type: fc.constant(1 as const), components: fc.array(button, { maxLength: 8 }) })
const outgoing = fc
  .record({
    content: maybe(text),
    embeds: maybe(fc.array(embed, { maxLength: 12 })),
    rows: maybe(fc.array(row, { maxLength: 8 })),
    private: maybe(fc.boolean()),
  })
  .map(
    ({ content, embeds, rows, private: isPrivate }): MessageDraft => ({
      ...(content !== undefined && { content }),
      ...(embeds !== undefined && { embeds }),
      ...(rows !== undefined && { rows }),
      ...(isPrivate !== undefined && { private: isPrivate }),
    }),
  )

describe('a message payload', () => {
  test('holds nothing that Discord would refuse', () => {
    fc.assert(
      fc.property(outgoing, (message) => {
        const examined = examine(bodies.callback, { type: 4, data: messageBody(message) })
        expect(examined.ok ? [] : examined.problems).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test.for([0, 1, 2, 3, 4, 5, 6, 7, 8])(
    'holds no more than Discord allows if %i characters are left for an embed',
    (left) => {
      const [title, long] = ['x'.repeat(256), 'x'.repeat(4096)]
      const part = { name: 'name', value: 'value' }
      const last = {
        author: part,
        title: 'title',
        footer: { text: 'footer' },
        description: 'text',
        fields: [part, part],
      }
      const rest = 6000 - left - 4096 - 256
      const embeds = [{ title, description: long }, { description: 'x'.repeat(rest) }, last]
      const body = messageBody({ embeds })
      const examined = examine(bodies.callback, { type: 4, data: body })
      expect(examined.ok ? [] : examined.problems).toEqual([])
      expect(body.embeds).toHaveLength(left < 4 ? 2 : 3)
    },
  )

  test('pings nobody and previews no link', () => {
    expect(messageBody({ content: '@everyone' })).toMatchObject({ allowed_mentions: { parse: [] }, flags: 4 })
    expect(messageBody({ content: 'x', private: true }).flags).toBe(68)
    expect(messageBody({ content: 'x', pingsAsker: true }).allowed_mentions).toEqual({ parse: [], replied_user: true })
    expect(messageBody({ embeds: [{ title: 'x' }] }).flags).toBe(0)
  })

  test('keeps choices within Discord’s limits', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: text, value: text }), { maxLength: 40 }), (choices) => {
        const examined = examine(bodies.callback, { type: 8, data: { choices: choicesBody(choices) } })
        expect(examined.ok ? [] : examined.problems).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('truncateing', () => {
  test('cuts after a sentence or else a word, and never inside a character or an escape', () => {
    expect(truncate('The first one. The second one. The third.', 35)).toBe('The first one. The second one.…')
    expect(truncate('words without an end of any kind', 20)).toBe('words without an…')
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 300 }), (value, most) => {
        const short = truncate(value, most)
        expect(short.length).toBeLessThanOrEqual(most)
        expect(value.isWellFormed() && !short.isWellFormed()).toBe(false)
      }),
    )
  })
})

describe('a rate limit', () => {
  test('says how long to wait, forgets the past, and counts each user separately', () => {
    let now = 0
    const limit = createRateLimit(2, 10_000, () => now)
    expect([limit.take('a'), limit.take('a'), limit.take('b')]).toEqual([0, 0, 0])
    now = 4000
    expect([limit.take('a'), limit.take('b')]).toEqual([6000, 0])
    now = 10_000
    expect(limit.take('a')).toBe(0)
    for (let person = 0; person < 5000; person++) expect(limit.take(`p${person}`)).toBe(0)
  })
})

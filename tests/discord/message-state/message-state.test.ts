import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commands } from '../../../commands/index.ts'
import type { AnswerReply, NothingReply } from '../../../commands/support/reply/reply.ts'
import type { Citation } from '../../../src/answers/answer/cited-text.ts'
import type { SentenceItem } from '../../../src/answers/answer/item.ts'
import { paragraphKey } from '../../../src/answers/articles/paragraph-context.ts'
import { messageBody } from '../../../src/discord/delivery/message-payload.ts'
import { decodeAction } from '../../../src/discord/message-state/answer-action.ts'
import { encodeCall } from '../../../src/discord/message-state/call-text.ts'
import { type AnswerMessage, callOf, decodeMessage } from '../../../src/discord/message-state/message-state.ts'
import { type Presentation, present } from '../../../src/discord/render/reply-message.ts'
import { plainLine } from '../../../src/language/tokens/normalise.ts'
import { hostileTexts } from '../../../testkit/text/hostile-texts.ts'

const scope = { generation: '0123abcd', articles: 9 }
const ask = commands.find(({ definition }) => definition.name === 'ask') ?? expect.fail('no /ask')

function itemOf(text: string, paragraph: number): SentenceItem {
  const citation: Citation = {
    file: 'a.txt',
    article: text,
    shortId: text,
    title: text,
    date: null,
    outlet: text,
    url: null,
    paragraph,
    start: 7,
    end: 7 + text.length,
    hash: '0123456789abcdef',
  }
  return { kind: 'sentence', snippet: { text, citation, highlights: [], context: [] }, alsoIn: [], differences: [] }
}

const actionsOf = ({ rows }: AnswerMessage) =>
  rows.flatMap(({ components }) =>
    components.flatMap((one) =>
      (one.type === 2 ? [one.custom_id] : one.options.map(({ value }) => value)).map(decodeAction),
    ),
  )

/** A message as Discord returns it: titles are trimmed. */
function returned(reply: AnswerReply | NothingReply, how: Omit<Presentation, 'query'>, question: string) {
  const message = present(reply, { ...how, query: { call: { command: 'ask', options: { question } }, command: ask } })
  if (message === null) return null
  const { flags, embeds, components } = messageBody(message)
  return decodeMessage({
    flags,
    embeds: embeds.map(({ title, ...embed }) => ({ ...embed, ...(title !== undefined && { title: title.trim() }) })),
    components,
  })
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
  fc.constantFrom(...hostileTexts(600)),
  fc.constantFrom('### Another title', '/ask question:x', '\n### x', '> ### x'),
)

test('each page of a message holds the call, the page, the visibility and what it cites, whatever question and articles say', () => {
  fc.assert(
    fc.property(hostile, hostile, fc.boolean(), fc.boolean(), (question, text, isPrivate, isShown) => {
      fc.pre(encodeCall({ command: 'ask', options: { question } }, ask, question) !== null)
      const items = Array.from({ length: 7 }, (_, at) => itemOf(text, at + 1))
      const rest = { note: text, footnote: null, total: 7, unsure: false, bestFirst: false, scope }
      const reply: AnswerReply = { kind: 'answer', heading: question, items, ...rest }
      const call = { command: 'ask', titleIsOption: true }
      const cited: unknown[] = []
      let [page, isLast] = [0, false]
      while (!isLast) {
        const message = returned(reply, { page, private: isPrivate, isShown }, question)
        if (message === null) return expect.fail('not read back')
        const actions = actionsOf(message)
        expect(callOf(message, call, commands)?.call).toEqual({
          command: 'ask',
          options: { question: plainLine(question) },
        })
        expect(actions.find((action) => action?.does === 'next')).toMatchObject({ page: page + 1, call })
        expect(actions.find((action) => action?.does === 'sources')).toMatchObject({ page, call })
        expect(actions.find((action) => action?.does === 'about')).toBeDefined()
        expect(actions.map((action) => action && 'generation' in action && action.generation)).toEqual(
          actions.map(() => scope.generation),
        )
        expect(message.isPrivate).toBe(isPrivate)
        expect(message.showButton).toBe(isPrivate ? (isShown ? 'used' : 'unused') : 'absent')
        cited.push(...message.cited)
        page++
        isLast = cited.length >= items.length || message.cited.length === 0
      }
      expect(cited).toEqual(
        items.map(({ snippet: { citation } }) => ({
          key: paragraphKey(citation),
          ranges: [{ start: citation.start, end: citation.end }],
        })),
      )
      expect(returned(reply, { page, private: isPrivate, isShown }, question)).toBeNull()
    }),
    { numRuns: 200 },
  )
})

test('a message that found nothing cites nothing, though it shows the nearest paragraph', () => {
  const note = { headline: 'No answer found.', detail: null }
  const reply: NothingReply = {
    kind: 'nothing',
    heading: 'Why?',
    note,
    reason: { code: 'weak-match' },
    nearest: [itemOf('Because.', 1)],
    instead: [],
    scope,
  }
  const message = returned(reply, { page: 0, private: false }, 'Why?')
  expect(message?.rows).toHaveLength(1)
  expect(message?.cited).toEqual([])
})

test('items from one paragraph share an entry that holds the range of each', () => {
  const items = [itemOf('One.', 4), itemOf('Another one.', 4)]
  const reply: AnswerReply = {
    kind: 'answer',
    heading: 'Why?',
    note: null,
    footnote: null,
    items,
    total: 2,
    unsure: false,
    bestFirst: false,
    scope,
  }
  const message = returned(reply, { page: 0, private: false }, 'Why?')
  const shared = items.map((item) => ({
    ...item,
    snippet: { ...item.snippet, citation: { ...item.snippet.citation, article: 'a' } },
  }))
  const together = returned({ ...reply, items: shared }, { page: 0, private: false }, 'Why?')
  expect(message?.cited).toHaveLength(2)
  expect(together?.cited.map(({ ranges }) => ranges)).toEqual([
    [
      { start: 7, end: 11 },
      { start: 7, end: 19 },
    ],
  ])
})

test('a public answer of version 0.1 is read back', () => {
  const message = decodeMessage({
    embeds: [
      {
        color: 0x3b_82_f6,
        author: { name: '/facts article:001' },
        title: 'drones',
        description: '**1** · in 2 articles\n> 112 drones\n-# 1\\. A title',
        footer: { text: 'page 1 of 2 · word for word from 5 articles · 0123abcd' },
      },
    ],
    components: [
      {
        type: 1,
        components: [
          { type: 2, style: 2, label: 'Previous', custom_id: 'previous:0123abcd:0', disabled: true },
          { type: 2, style: 2, label: 'Next', custom_id: 'next:0123abcd:1' },
        ],
      },
    ],
  })
  expect(message && callOf(message, { command: null, titleIsOption: true }, commands)?.call).toEqual({
    command: 'facts',
    options: { topic: 'drones', article: '001' },
  })
})

test.for([null, {}, { embeds: [] }, { embeds: [{ title: 7 }] }, 'x'])('%j is not an answer', (message) => {
  expect(decodeMessage(message)).toBeNull()
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { toMarkdown } from '../../../src/discord/markdown/escape-markdown.ts'
import { type CommandCall, decodeCall, encodeCall } from '../../../src/discord/message-state/call-text.ts'
import { plainLine } from '../../../src/language/tokens/normalise.ts'
import { hostileTexts } from '../../../testkit/text/hostile-texts.ts'

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...hostileTexts(600)))

function commandOf({ command }: CommandCall) {
  return commands.find(({ definition }) => definition.name === command) ?? expect.fail(`no /${command}`)
}

/** A call after encoding and decoding; null if it cannot be encoded. */
function throughText(call: CommandCall, heading: string) {
  const encoded = encodeCall(call, commandOf(call), heading)
  if (encoded === null) return null
  // Discord trims titles.
  return decodeCall({ ...encoded, title: encoded.title.trim() }, commands)?.call ?? expect.fail('not read back')
}

test('a question in the title is read back as one line of plain text, or the call is not encoded', () => {
  fc.assert(
    fc.property(text, (question) => {
      const decoded = throughText({ command: 'ask', options: { question } }, question)
      if (decoded === null) expect(toMarkdown(plainLine(question)).length).toBeGreaterThan(700)
      else expect(decoded).toEqual({ command: 'ask', options: { question: plainLine(question) } })
    }),
    { numRuns: 2000 },
  )
})

test('options in the author line are read back as one line of plain text, or the call is not encoded', () => {
  fc.assert(
    fc.property(text, text, (topic, article) => {
      const call = { command: 'facts', options: { topic, article } }
      const decoded = throughText(call, topic)
      if (decoded === null)
        expect(`${plainLine(article)}\n${toMarkdown(plainLine(topic))}`).toMatch(/".*\n|.{200}\n|\n.{700}/s)
      else expect(decoded.options).toEqual({ topic: plainLine(topic), article: plainLine(article) })
    }),
    { numRuns: 2000 },
  )
})

test('an option with spaces is quoted', () => {
  const call = { command: 'facts', options: { topic: 'drones', article: 'north/harbour times' } }
  expect(encodeCall(call, commandOf(call), 'drones')?.author).toBe('/facts article:"north/harbour times"')
  expect(throughText(call, 'drones')).toEqual(call)
})

test('a heading that is not an option leaves every option in the author line', () => {
  const call = { command: 'articles', options: { article: '000' } }
  const heading = 'Council backs new ferry line'
  expect(encodeCall(call, commandOf(call), heading)).toEqual({
    command: 'articles',
    author: '/articles article:000',
    title: heading,
    titleIsOption: false,
  })
  expect(throughText(call, heading)).toEqual(call)
  const none = { command: 'facts', options: {} }
  expect(throughText(none, 'the most widely reported facts')).toEqual(none)
})

test('a yes-or-no option is read back as one', () => {
  const call = { command: 'reindex', options: { full: true } }
  expect(throughText(call, 'Reindex')).toEqual(call)
})

test.for(['x'.repeat(300), 'a "quoted" name'])('a call with the option %j is not encoded', (article) => {
  const call = { command: 'facts', options: { topic: 'drones', article } }
  expect(encodeCall(call, commandOf(call), 'drones')).toBeNull()
})

test.for(['', 'facts', '/nothing', '/facts\narticle:x', 'someone'])(
  'no options are read from the author %j',
  (author) => {
    const decoded = decodeCall({ command: null, author, title: 'drones', titleIsOption: true }, commands)
    expect(decoded?.call.options['article']).toBeUndefined()
  },
)

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AnswerAction,
  decodeAction,
  encodeAction,
  tryAction,
} from '../../../src/discord/message-state/answer-action.ts'

const hex = (length: number) =>
  fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length }).map((all) => all.join(''))
const generation = hex(8)
const key = fc
  .tuple(hex(8), fc.integer({ min: 1, max: 999_999 }), hex(16))
  .map(([article, paragraph, hash]) => `${article}.${paragraph}.${hash}`)
const range = fc.tuple(fc.nat({ max: 2 ** 30 }), fc.nat({ max: 2 ** 30 })).map(([start, end]) => ({ start, end }))

const command = fc.constantFrom('ask', 'who-said', 'facts', 'articles-restore')

test('an action is read back from its id', () => {
  const ofPage = fc.record({
    does: fc.constantFrom('previous', 'next', 'sources', 'more', 'nearest'),
    generation,
    page: fc.nat({ max: 9999 }),
    call: fc.record({ command: fc.option(command), titleIsOption: fc.boolean() }),
  })
  const ofAnswer = fc.record({ does: fc.constantFrom('show', 'about'), generation })
  fc.assert(
    fc.property(fc.oneof(ofPage, ofAnswer), (action) => {
      const id = encodeAction(action)
      expect(id.length).toBeLessThanOrEqual(100)
      expect(decodeAction(id)).toEqual(action)
    }),
  )
})

test('a command to try is read back from its id, whatever its value says, unless the id would be too long', () => {
  const value = fc.oneof(fc.string({ unit: 'binary', maxLength: 120 }), fc.constantFrom('a:b', 'x\ny', 'show:0123abcd'))
  fc.assert(
    fc.property(command, value, (name, text) => {
      const action = tryAction(name, text)
      expect(action === null).toBe(text.trim() === '' || `try:${name}:${text}`.length > 100)
      if (action === null) return
      const id = encodeAction(action)
      expect(id.length).toBeLessThanOrEqual(100)
      expect(decodeAction(id)).toEqual({ does: 'try', command: name, value: text })
    }),
  )
})

test('a context button is read back with as many cited ranges as fit, and at least two', () => {
  fc.assert(
    fc.property(generation, key, fc.array(range, { maxLength: 12 }), (made, paragraph, ranges) => {
      const action: AnswerAction = { does: 'context', generation: made, shown: { key: paragraph, ranges } }
      const id = encodeAction(action)
      expect(id.length).toBeLessThanOrEqual(100)
      const decoded = decodeAction(id)
      if (decoded?.does !== 'context') return expect.fail(id)
      const count = decoded.shown.ranges.length
      expect(count).toBeGreaterThanOrEqual(Math.min(2, ranges.length))
      expect(decoded).toEqual({ ...action, shown: { key: paragraph, ranges: ranges.slice(0, count) } })
    }),
  )
})

test.for([
  ['next:0123abcd:1', { does: 'next', generation: '0123abcd', page: 1, call: { command: null, titleIsOption: true } }],
  [
    'previous:0123abcd:0h',
    { does: 'previous', generation: '0123abcd', page: 0, call: { command: null, titleIsOption: false } },
  ],
  ['show:0123abcd', { does: 'show', generation: '0123abcd' }],
  [
    'context:0123abcd:89abcdef.12.0123456789abcdef',
    { does: 'context', generation: '0123abcd', shown: { key: '89abcdef.12.0123456789abcdef', ranges: [] } },
  ],
] as const)('the id %s of version 0.1 is read', ([id, action]) => {
  expect(decodeAction(id)).toEqual(action)
})

test('no other text is read as an action, and none throws', () => {
  const noise = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc
      .array(fc.constantFrom('next', 'context', 'show', ':', '0123abcd', '1', 'h', '.', '-', 'z'), { maxLength: 8 })
      .map((all) => all.join('')),
  )
  fc.assert(
    fc.property(noise, (id) => {
      const action = decodeAction(id)
      if (action !== null) expect(id).toMatch(/^(?:next|context|show):0123abcd/)
    }),
  )
})

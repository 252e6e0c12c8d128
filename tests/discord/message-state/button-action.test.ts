import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ButtonAction, decodeAction, encodeAction } from '../../../src/discord/message-state/button-action.ts'

const hex = (length: number) =>
  fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length }).map((all) => all.join(''))
const generation = hex(8)
const key = fc
  .tuple(hex(8), fc.integer({ min: 1, max: 999_999 }), hex(16))
  .map(([article, paragraph, hash]) => `${article}.${paragraph}.${hash}`)
const range = fc.tuple(fc.nat({ max: 2 ** 30 }), fc.nat({ max: 2 ** 30 })).map(([start, end]) => ({ start, end }))

test('a page turn or a show button is read back from its id', () => {
  const turn = fc.record({
    does: fc.constantFrom('previous' as const, 'next' as const),
    generation,
    page: fc.nat({ max: 9999 }),
    titleIsOption: fc.boolean(),
  })
  const show = fc.record({ does: fc.constant('show' as const), generation })
  fc.assert(
    fc.property(fc.oneof(turn, show), (action) => {
      expect(decodeAction(encodeAction(action))).toEqual(action)
    }),
  )
})

test('a context button is read back with as many cited ranges as fit, and at least two', () => {
  fc.assert(
    fc.property(generation, key, fc.array(range, { maxLength: 12 }), (made, paragraph, ranges) => {
      const action: ButtonAction = { does: 'context', generation: made, shown: { key: paragraph, ranges } }
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
  ['next:0123abcd:1', { does: 'next', generation: '0123abcd', page: 1, titleIsOption: true }],
  ['previous:0123abcd:0h', { does: 'previous', generation: '0123abcd', page: 0, titleIsOption: false }],
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

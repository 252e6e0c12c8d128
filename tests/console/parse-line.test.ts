import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { parseLine } from '../../commands/parse-line.ts'

test.each([
  ['How many drones?', 'ask', { question: 'How many drones?' }],
  ['  /facts   drones  ', 'facts', { topic: 'drones' }],
  ['/FACTS drones', 'facts', { topic: 'drones' }],
  ['/facts topic:drones', 'facts', { topic: 'drones' }],
  ['/facts drones article:003', 'facts', { topic: 'drones', article: '003' }],
  ['/facts article:003 drones at night', 'facts', { topic: 'drones at night', article: '003' }],
  ['/facts drones article:"my file"', 'facts', { topic: 'drones', article: 'my file' }],
  ['/who-said note: article:3 is law', 'who-said', { words: 'note: article:3 is law' }],
  ['/ask what does he say: go', 'ask', { question: 'what does he say: go' }],
  ['/articles 003', 'articles', { article: '003' }],
  ['/ask', 'ask', {}],
  ['/help', 'help', {}],
  ['/nothing of the kind', 'nothing', {}],
  ['/', '', {}],
])('%j is a call of /%s', (line, command, options) => {
  expect(parseLine(line, commands)).toEqual({ command, options })
})

test('any line can be parsed as a call', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (line) => {
      expect(typeof parseLine(line, commands).command).toBe('string')
    }),
  )
})

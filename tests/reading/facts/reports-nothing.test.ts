import { expect, test } from 'vitest'
import { reportsNothing } from '../../../src/reading/facts/extract/reports-nothing.ts'

test.each([
  'He did not provide details.',
  'She has so far declined to comment.',
  'They didn’t immediately respond to a request for comment.',
  'It gave no further details.',
  'He could not be reached for comment.',
  'No further information was immediately available.',
  'Here is what we know.',
  'The main points of the plan:',
])('reports nothing: %s', (sentence) => {
  expect(reportsNothing(sentence)).toBe(true)
})

test.each([
  'He did not attend the meeting.',
  'The shipping company declined to comment.',
  'She refused to resign.',
  'He did not provide details of the loan of 40 million crowns.',
  'They gave no warning before the dam was opened.',
  'Here, the river rose by two metres.',
])('reports something: %s', (sentence) => {
  expect(reportsNothing(sentence)).toBe(false)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentences } from '../../src/language/sentences/sentences.ts'
import { sentenceSegments } from '../../src/language/tokens/segments.ts'
import { anyText, visible } from '../../testkit/text/any-text.ts'

const split = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end))

describe('a sentence does not end', () => {
  test.each([
    ['after a title', 'Mr. Lima met Gen. Costa and Dr. Silva on Monday.'],
    ['after initials', 'The bill by J. K. Lima and George W. Costa passed.'],
    ['after "U.S."', 'The envoy of the U.S. President Ana Lima arrived.'],
    ['after an abbreviation within', 'They met at 9 a.m. Monday on St. Mary Ave. near the port.'],
    ['after "No."', 'Bus No. 12 was late.'],
    ['after an abbreviation that a dash or a slash joins', 'They met in Jan.–Feb. 2017 and on Mon./Tue. 3 May.'],
    ['at a decimal point', 'Prices rose 3.5 percent.'],
    ['at a wrapped line', 'The river rose in the night and\nthe bridge had to be closed.'],
    ['at a question that its speaker follows', '“Why did nobody call?” Lima asked.'],
    ['at a quoted question in lower case', '“Why?” asked Lima.'],
    ['at an ellipsis that goes on', 'We waited … and nobody came.'],
    ['at an exclamation in a name', 'The Yahoo! offices were closed.'],
  ])('%s', (_, text) => {
    expect(split(text)).toEqual([text])
  })
})

describe('a sentence ends', () => {
  test.each([
    ['at each full stop', ['The river rose.', 'The bridge held.']],
    ['after "U.S." where a new one begins', ['He left the U.S.', 'The trip took a day.']],
    ['after a closing quotation mark', ['“We stay.”', 'The crowd cheered.']],
    ['after a bracket', ['(The bridge held.)', 'The river rose.']],
    ['at a question and an exclamation', ['Why?', 'Because!', 'It was so.']],
    ['after "I"', ['So did I.', 'Nobody else came.']],
  ])('%s', (_, parts) => {
    expect(split(parts.join(' '))).toEqual(parts)
  })
})

describe('the sentences of any text', () => {
  test('hold every visible character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(visible(split(text).join(''))).toBe(visible(text))
        for (const part of split(text)) expect(part).toBe(part.trim())
      }),
      { numRuns: 500 },
    )
  })

  test('are the same in a long text read in parts', () => {
    const whole = new Intl.Segmenter('en', { granularity: 'sentence' })
    const long = fc.array(
      fc.constantFrom('Lima came. ', 'Mr. ', '1 2 3 ', 'then ', 'x'.repeat(500), '“Go!” ', '… ', '(5) ', '\u{1f600}'),
      {
        minLength: 500,
        maxLength: 2000,
        size: 'max',
      },
    )
    fc.assert(
      fc.property(long, (parts) => {
        const text = parts.join('')
        expect(sentenceSegments(text).map(({ end }) => end)).toEqual(
          [...whole.segment(text)].map(({ index, segment }) => index + segment.length),
        )
      }),
      { numRuns: 15 },
    )
  })
})

test.each([
  ['It was a long winter.[85] As of 2017, it was fourth,[87] and first.[88][b] Nobody came.', 3],
  ['It rose.[citation needed] It fell.[note 3] It stayed.[1]', 3],
  ['He said so.[5]:12 She did not.¹² They left.³', 3],
  ['They [the buyers] left. She stayed.', 2],
])('a mark of a note belongs to the sentence before it: %s', (text, count) => {
  const found = sentences(text).map(({ start, end }) => text.slice(start, end))
  expect(found).toHaveLength(count)
  expect(found.join(' ')).toBe(text)
  expect(found.filter((sentence) => /^[\d\]¹²³]/.test(sentence))).toEqual([])
})

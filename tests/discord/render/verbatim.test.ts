import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromMarkdown, toMarkdown } from '../../../src/discord/markdown/escape-markdown.ts'
import { blockQuote, fitSentences, readBlockQuote } from '../../../src/discord/render/text/block-quote.ts'
import type { Range } from '../../../src/language/text/range.ts'
import { liveMarkup } from '../../../testkit/discord/messages/live-markup.ts'
import { hostileTexts } from '../../../testkit/text/hostile-texts.ts'

const marks = fc.constantFrom(
  ...'\\*_~`|<>[]()#-+.:@!&{}u0189 \n\t\r',
  '\u202e',
  '\u2028',
  '**',
  '\\u{',
  '漢',
  '🙂',
  'a',
  '1. ',
  '- ',
)
const text = fc.oneof(
  fc.array(marks, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(...hostileTexts(600)),
)

/** Ranges of a text in order and apart. */
function rangesOf(length: number, cuts: readonly number[]): readonly Range[] {
  const places = [...new Set(cuts.map((cut) => cut % (length + 1)))].sort((a, b) => a - b)
  return places.flatMap((start, at) => {
    const end = places[at + 1]
    return at % 2 === 0 && end !== undefined ? [{ start, end }] : []
  })
}
const sizes = ['normal', 'small'] as const
const cuts = fc.array(fc.nat(), { maxLength: 8 })
const withLineFeeds = (value: string) => value.replaceAll('\r\n', '\n')

describe('a snippet as a block quote', () => {
  test('holds exactly the snippet once marks and escapes are removed', () => {
    fc.assert(
      fc.property(text, cuts, (value, at) => {
        for (const size of sizes)
          expect(readBlockQuote(blockQuote(value, rangesOf(value.length, at), size), size)).toBe(withLineFeeds(value))
      }),
      { numRuns: 3000 },
    )
  })

  test('holds no live markup', () => {
    fc.assert(
      fc.property(text, (value) => {
        for (const size of sizes) expect(liveMarkup(blockQuote(value, [], size))).toEqual([])
      }),
      { numRuns: 3000 },
    )
  })

  test('is quoted on every line', () => {
    expect(blockQuote('one\ntwo\r\n> three', [])).toBe('> one\n> two\n> \\> three')
    expect(blockQuote('one\n\ntwo', [], 'small')).toBe('> -# one\n> \n> -# two')
  })

  test('shows matches in bold, without the marks and spaces around them', () => {
    const bold = (value: string, start: number, end: number) => blockQuote(value, [{ start, end }])
    expect(bold('a *b* c', 2, 5)).toBe('> a **\\*b\\*** c')
    expect(bold('one\ntwo', 0, 7)).toBe('> **one**\n> **two**')
    expect(bold('one two', 3, 4)).toBe('> one two')
  })

  test('is cut at the end of a sentence, with a count of the characters left out', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 200 }), (value, room) => {
        const fitted = fitSentences(value, [], room)
        expect(value.startsWith(fitted.text)).toBe(true)
        expect(fitted.text.length + fitted.left).toBe(value.length)
        if (fitted.text !== '') expect(blockQuote(fitted.text, fitted.highlights).length).toBeLessThanOrEqual(room)
      }),
    )
    const three = 'The first one. The second one. The third one.'
    expect(fitSentences(three, [], 40)).toEqual({ text: 'The first one. The second one.', highlights: [], left: 15 })
    expect(fitSentences('x'.repeat(100), [], 40).text).toBe('')
  })
})

describe('escaping', () => {
  test('can be undone', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(fromMarkdown(toMarkdown(value))).toBe(withLineFeeds(value))
      }),
      { numRuns: 3000 },
    )
  })

  test('leaves plain prose unchanged', () => {
    const prose =
      'The U.S. said at 5 p.m. that “14 ferries” (62 million euros) won’t sail: so be it – really; 50% & more!'
    expect(toMarkdown(prose)).toBe(prose)
  })

  test('shows characters that would change the reading direction', () => {
    expect(toMarkdown('a\u202eb')).toBe('a\\\\u{202e}b')
    expect(fromMarkdown('a\\\\u{202e}b')).toBe('a\u202eb')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toMarkdown } from '../../../src/discord/markdown/escape-markdown.ts'
import { readMarkup } from '../../../src/discord/markdown/read-markup.ts'

describe("what Discord's Markdown shows as text", () => {
  test.each([
    ['**bold**, *leaning*, __underlined__ and ~~struck~~', 'bold, leaning, underlined and struck'],
    ['***all*** of _it_', 'all of it'],
    ['||a spoiler||', 'a spoiler'],
    ['some `code` here', 'some code here'],
    ['```\n“a quotation”\n```', '\n“a quotation”\n\n'],
    ['```md\n**kept**\n```', '\n**kept**\n\n'],
    ['\\*not leaning\\*', '*not leaning*'],
    ['[the label](https://example.com/a_(b)) and more', 'the label and more'],
    ['[**bold**](<https://example.com> "title")', 'bold'],
    ['see https://example.com/a_b?c=*d* there', 'see   there'],
    ['see <https://example.com/> there', 'see   there'],
    [
      'hi <@1100000000000000011> in <#11>, <@&5> <:wave:12> <a:wave:12> <t:1700000000:R> </ask:1>',
      'hi   in  ,          ',
    ],
    ['# Title\n## Less\n-# small', 'Title\nLess\nsmall'],
    ['- one\n* two\n1. three', 'one\ntwo\nthree'],
    ['> quoted\nnot', '> quoted\nnot'],
    ['before\n>>> one\ntwo', 'before\n> one\n> two'],
    ['> - **one**', '> one'],
    ['snake_case and 5*3*2', 'snake_case and 5*3*2'],
    ['5 * 3', '5 * 3'],
    ['a > b', 'a > b'],
  ])('%j is %j', (markup, text) => {
    expect(readMarkup(markup)).toBe(text)
  })

  test('is the text itself in an answer of the bot', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aé *_~|`<>[]()#-1.\\“:/@'), maxLength: 60 }), (text) => {
        const line = `x${text}x`
        expect(readMarkup(toMarkdown(line))).toBe(line)
      }),
    )
  })

  test('is found in a short time, whatever the input', () => {
    for (const piece of ['[', '`', '||', '**_', '](https://', '<@', '```', '\\', '> ', 'https://a(']) {
      const text = piece.repeat(4000 / piece.length)
      expect(readMarkup(text).length).toBeLessThanOrEqual(2 * text.length)
    }
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Node, parseMarkdown } from '../../preview/page/markdown/parse.ts'
import { showTime } from '../../preview/page/markdown/show-time.ts'
import { toMarkdown } from '../../src/discord/markdown/escape-markdown.ts'
import { anyText } from '../../testkit/text/any-text.ts'

const isList = (value: unknown): value is readonly Node[] => Array.isArray(value)

/** What a reader sees of nodes, line breaks included. */
function plain(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'br' || node.type === 'newline') return '\n'
      return isList(node['content']) ? plain(node['content']) : String(node['content'] ?? node['name'] ?? '')
    })
    .join('')
}

const kinds = (text: string): readonly string[] =>
  parseMarkdown(text)
    .map(({ type }) => type)
    .filter((type) => type !== 'text')

test('small print is read in the line after a block quote, and headings and lists at the start of any line', () => {
  expect(kinds('> a quote\n-# a source\n-# another\n\n> a quote')).toEqual([
    'blockQuote',
    'subtext',
    'subtext',
    'br',
    'blockQuote',
  ])
  expect(kinds('text\n### a heading\n- one\n- two\n1. three')).toEqual(['br', 'heading', 'list'])
  expect(kinds('text -# no small print # no heading - no list')).toEqual([])
})

test('mentions, times and links are read', () => {
  const text = '</facts:1100000000000000001> <t:1700000000:R> <@1100000000000000011> [¶3](<https://paper.example/a>)'
  expect(kinds(text)).toEqual(['slashCommand', 'timestamp', 'user', 'link'])
})

test('a text that the bot escapes is shown as it is', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      // The bot shows hidden characters by their code, and a backslash that would look like one of those codes.
      const line = text
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\\(?=u\{)/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim()
      expect(plain(parseMarkdown(toMarkdown(line)))).toBe(line)
    }),
  )
})

test('times are shown in the style that the text asks for', () => {
  expect(showTime(1_700_000_000, 'D')).toContain('2023')
  expect(showTime(100, 'R', 90_000)).toMatch(/10/)
  expect(showTime(0, 'R', 3 * 86_400_000)).toMatch(/3/)
})

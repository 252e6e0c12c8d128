import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerReply, errorReply, type Reply } from '../../commands/support/reply.ts'
import type { Citation } from '../../src/answers/answer/answer.ts'
import { escapeForTerminal, unescapeFromTerminal } from '../../src/console/escape.ts'
import { renderReply } from '../../src/console/render.ts'

const hostile = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        '\u001b[31m',
        '\u202e',
        '\u0007',
        '\r',
        '\n',
        '\\u{41}',
        '\\',
        'a',
        ' b',
        '\u200b',
        '\u2028',
        '“x”',
      ),
      { minLength: 1, maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)

const citation: Citation = {
  file: 'a.txt',
  article: 'a',
  shortId: 'a',
  title: 'A title',
  date: null,
  outlet: null,
  url: null,
  paragraph: 1,
  start: 0,
  end: 1,
  hash: '0000000000000000',
}

function replyWith(text: string): Reply {
  const highlights = text.length > 2 ? [{ start: 1, end: 2 }] : []
  const item = { snippet: { text, citation, highlights }, alsoIn: [] }
  return answerReply('x', { status: 'answered', generation: '0123abcd', articles: 1, items: [item], total: 1 })
}

describe('what the terminal shows', () => {
  test('is the text once the escapes are taken off', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(unescapeFromTerminal(escapeForTerminal(text))).toBe(text)
      }),
    )
  })

  test.each([true, false])('holds exactly the snippet (colour: %s)', (colour) => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = stripVTControlCharacters(renderReply(replyWith(text), { colour }))
        const end = shown.lastIndexOf('\n   a ¶1')
        expect(unescapeFromTerminal(shown.slice('1. '.length, end).replaceAll('\n   ', '\n'))).toBe(text)
      }),
    )
  })

  test('never holds a control or bidirectional character of an article, a title or a question', () => {
    fc.assert(
      fc.property(hostile, hostile, (text, title) => {
        const reply = replyWith(text)
        const items = reply.items.map((item) => ({
          ...item,
          speaker: title,
          variants: [{ text, citation: { ...citation, shortId: title }, alsoIn: [citation] }],
          snippet: { ...item.snippet, citation: { ...citation, title, outlet: title, shortId: title } },
        }))
        const shown = renderReply({ ...reply, items, note: title }, { colour: false })
        expect(shown).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u)
      }),
    )
  })

  test('lists each other wording of a quotation with every place that has it', () => {
    const reply = replyWith('We will go.')
    const variants = [
      { text: 'We go.', citation: { ...citation, shortId: 'b' }, alsoIn: [{ ...citation, shortId: 'c' }] },
    ]
    const shown = renderReply(
      { ...reply, items: reply.items.map((item) => ({ ...item, variants })) },
      { colour: false },
    )
    expect(shown).toContain('   also worded: “We go.” (b ¶1 · c ¶1)\n')
  })

  test('is one line for an error', () => {
    expect(renderReply(errorReply('x', 'That is empty.'), { colour: false })).toBe('That is empty.\n')
  })
})

import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnswerReply, errorReply } from '../../commands/support/reply/reply.ts'
import type { Citation, Snippet } from '../../src/answers/answer/cited-text.ts'
import type { Item, MetadataItem, RepeatedText, StatementSource } from '../../src/answers/answer/item.ts'
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

function snippetOf(text: string): Snippet {
  return { text, citation, highlights: text.length > 2 ? [{ start: 1, end: 2 }] : [], context: [] }
}

/** A quotation with `name` in every field that comes from an article. */
function quotationOf(text: string, name: string, variants: readonly RepeatedText[]): Item {
  const cited = { ...citation, title: name, outlet: name, shortId: name }
  const others = [{ speaker: name, citation: cited }]
  return {
    kind: 'quotation',
    snippet: { ...snippetOf(text), citation: cited },
    alsoIn: [cited],
    statement: {
      form: 'quoted',
      speaker: { name, role: name, cue: name, others },
      source: null,
      isAsked: false,
      quotation: { start: 0, end: 1, text: text.slice(0, 1) },
      variants,
      reports: variants,
    },
  }
}

const reportOf = (text: string, statement: Partial<StatementSource>): Item => ({
  kind: 'report',
  snippet: snippetOf(text),
  alsoIn: [],
  statement: { speaker: null, source: null, isAsked: false, reports: [], ...statement },
})

function replyOf(item: Item): AnswerReply {
  const scope = { generation: '0123abcd', articles: 1 }
  const rest = { note: null, footnote: null, total: 1, unsure: false, bestFirst: false, scope }
  return { kind: 'answer', heading: 'x', items: [item], ...rest }
}

const metadataOf = (text: string): MetadataItem => ({
  kind: 'metadata',
  field: 'author',
  value: text,
  article: { ...citation, title: text, shortId: text },
  readFrom: 'byline',
})

describe('the terminal output of a reply', () => {
  test('shows metadata as such, on lines of its own, without a paragraph', () => {
    expect(renderReply(replyOf({ ...metadataOf('Ana Lima'), article: citation }), { colour: false })).toBe(
      '1. Author: Ana Lima\n   read in the byline, not quoted from the text\n   a A title\n\nfrom 1 of 1 article · 0123abcd\n',
    )
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = renderReply(replyOf(metadataOf(text)), { colour: false })
        expect(shown.split('\n').length).toBe(6)
        expect(stripVTControlCharacters(shown)).toBe(shown)
      }),
    )
  })

  test('is the text once the escapes are removed', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(unescapeFromTerminal(escapeForTerminal(text))).toBe(text)
      }),
    )
  })

  test.each([true, false])('holds exactly the snippet (colour: %s)', (colour) => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = stripVTControlCharacters(
          renderReply(replyOf({ kind: 'sentence', snippet: snippetOf(text), alsoIn: [], differences: [] }), { colour }),
        )
        const end = shown.lastIndexOf('\n   a ¶1')
        expect(unescapeFromTerminal(shown.slice('1. '.length, end).replaceAll('\n   ', '\n'))).toBe(text)
      }),
      { examples: [['\u{e0020}x']] },
    )
  })

  test('never holds a control or bidirectional character of an article, a title or a question', () => {
    // Highlights and quotations may begin inside a surrogate pair, such as that of an invisible tag character.
    const examples: [string, string][] = [['\u{e0020}x', '\u{e0020}']]
    fc.assert(
      fc.property(hostile, hostile, (text, title) => {
        const variants = [{ text, citation: { ...citation, shortId: title }, alsoIn: [citation] }]
        const reply = { ...replyOf(quotationOf(text, title, variants)), note: title }
        const report = { ...replyOf(reportOf(text, { source: title, reports: variants })), note: title }
        for (const one of [reply, report])
          expect(renderReply(one, { colour: false })).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u)
      }),
      { examples },
    )
  })

  test('lists each other wording of a quotation with all its citations', () => {
    const variants = [
      { text: 'We go.', citation: { ...citation, shortId: 'b' }, alsoIn: [{ ...citation, shortId: 'c' }] },
    ]
    const shown = renderReply(replyOf(quotationOf('We will go.', 'A title', variants)), { colour: false })
    expect(shown).toContain('   also worded: “We go.” (b ¶1 · c ¶1)\n')
  })

  test('marks a report as not quoted, and shows the other sentences that report it without quotation marks', () => {
    const reports = [{ text: 'Lima said so.', citation: { ...citation, shortId: 'b' }, alsoIn: [] }]
    const speaker = { name: 'Ana Lima', role: 'a poet', cue: 'said', others: [] }
    const shown = renderReply(replyOf(reportOf('She said so.', { speaker, reports })), { colour: false })
    expect(shown).toContain('   — Ana Lima, a poet (“said”) · reported, not quoted\n')
    expect(shown).toContain('   also reported: Lima said so. (b ¶1)\n')
  })

  test.each([
    ['two officials', '   — two officials · reported, not quoted\n'],
    [null, '   — speaker unclear · reported, not quoted\n'],
  ])('shows how the article describes a speaker without a name: %s', (source, line) => {
    const shown = renderReply(replyOf(reportOf('They said so.', { source })), { colour: false })
    expect(shown).toContain(line)
  })

  test('is one line for an error', () => {
    expect(renderReply(errorReply('x', 'That is empty.'), { colour: false })).toBe('That is empty.\n')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadFile } from '../../../src/corpus/article/bad-file.ts'
import { parseArticle } from '../../../src/corpus/parse-article.ts'
import { anyText } from '../../../testkit/text/any-text.ts'

/** A construct of Markdown: the source with its visible words. Each `w()` is a word that no other has. */
type Write = (w: () => string) => string

const inline: readonly Write[] = [
  (w) => `${w()} ${w()}`,
  (w) => `*${w()}* **${w()}** ~~${w()}~~`,
  (w) => `[${w()}](https://example.org/hidden_1 "hidden")`,
  (w) => `[[hidden|${w()}]] ==${w()}==`,
  (w) => `\`${w()}\` <b>${w()}</b>`,
  (w) => `${w()} ![hidden](hidden.png) ${w()}`,
  (w) => `${w()}<!-- hidden --> ${w()}[^1]`,
  (w) => `${w()} {{< hidden >}} ${w()}`,
  (w) => `${w()}  \n${w()}\n${w()}`,
]
const phrase: fc.Arbitrary<Write> = fc
  .array(fc.constantFrom(...inline), { minLength: 1, maxLength: 4 })
  .map((parts) => (w) => parts.map((part) => part(w)).join(' '))

const indented = (text: string, by: string) => text.replaceAll('\n', `\n${by}`)
const block: fc.Arbitrary<Write> = fc.oneof(
  phrase,
  phrase.map(
    (text): Write =>
      (w) =>
        `## ${text(w).replaceAll(/\s*\n/g, ' ')}`,
  ),
  phrase.map(
    (text): Write =>
      (w) =>
        `> ${indented(text(w), '> ')}\n>\n> ${w()}`,
  ),
  phrase.map(
    (text): Write =>
      (w) =>
        `> [!note] ${w()}\n> ${indented(text(w), '> ')}`,
  ),
  fc.tuple(phrase, phrase).map(
    ([one, two]): Write =>
      (w) =>
        `${w()}:\n\n- ${indented(one(w), '  ')}\n  - ${indented(two(w), '    ')}\n\n    ${w()}\n- [ ] ${w()}`,
  ),
  phrase.map(
    (text): Write =>
      (w) =>
        `3. ${indented(text(w), '   ')}\n4. ${w()}`,
  ),
  fc.constant<Write>((w) => `| ${w()} | ${w()} |\n|---|:-:|\n| ${w()} | *${w()}* |\n| ${w()} |`),
  fc.constant<Write>((w) => `\`\`\`js\n${w()}\n\n${w()}\n\`\`\``),
  fc.constant<Write>((w) => `<div>\n<p>${w()}</p>${w()}<br>${w()}\n</div>`),
  fc.constant<Write>((w) => `<details><summary>${w()}</summary>\n\n${w()}\n\n</details>`),
  fc.constant<Write>((w) => `:::note\n${w()}\n\n${w()}\n:::`),
  fc.constant<Write>((w) => `[^n]: ${w()}\n    ${w()}`),
  fc.constant<Write>((w) => `${w()}\n===`),
  fc.constant<Write>((w) => `${w()}\n: ${w()}\n  ${w()}\n: ${w()}`),
  fc.constant<Write>(() => '%%\nhidden\n\nhidden %%'),
  fc.constant<Write>(() => '{% comment %}\nhidden\n\nhidden\n{% endcomment %}'),
  fc.constant<Write>((w) => `${w()} [${w()}]({{< ref "hidden" >}}) ${w()}`),
  fc.constant<Write>(() => '***'),
)

const wordPattern = /w\d+w/g

describe('a Markdown text', () => {
  test('has every visible word in exactly one paragraph, in order, and hidden words in none', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(block, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('\n', '\r\n'),
        async (blocks, end) => {
          let count = 0
          const word = () => `w${++count}w`
          const source = `${word()} ${word()}\n\n${blocks.map((write) => write(word)).join('\n\n')}\n`.replaceAll(
            '\n',
            end,
          )
          const { paragraphs } = await parseArticle('any.md', source, '')
          const words = paragraphs.flatMap(({ text }) => text.match(wordPattern) ?? [])
          expect(words).toEqual(Array.from({ length: count }, (_, at) => `w${at + 1}w`))
          expect(paragraphs.filter(({ text }) => /hidden/.test(text))).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })

  test('has paragraphs numbered from 1, at the places in the file that they state, in order', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const file = `Ana came.\n\n${text}`
        const { paragraphs } = await parseArticle('any.md', file, '')
        let end = 0
        for (const [at, paragraph] of paragraphs.entries()) {
          expect(paragraph.number).toBe(at + 1)
          expect(paragraph.text).toBe(paragraph.text.trim())
          expect(paragraph.introducedBy ?? 0).toBeLessThan(paragraph.number)
          if (paragraph.fileStart === null || paragraph.fileEnd === null) continue
          expect(paragraph.fileStart).toBeGreaterThanOrEqual(end)
          expect(file.slice(paragraph.fileStart, paragraph.fileEnd)).toBe(paragraph.text)
          end = paragraph.fileEnd
        }
      }),
      { numRuns: 500 },
    )
  })

  test('has all its words even if it is nested too deep to be parsed', async () => {
    for (const nest of ['> ', '- ', '1. ']) {
      const { paragraphs } = await parseArticle('deep.md', `Before it.\n\n${nest.repeat(300)}inside\n\nAfter it.`, '')
      const all = paragraphs.map(({ text }) => text).join(' ')
      for (const word of ['Before', 'inside', 'After']) expect(all).toContain(word)
    }
  })
})

describe('a hostile Markdown text is read in a short time, or refused, if it repeats', () => {
  const units = [
    '> ',
    '- ',
    '1. ',
    '[',
    '](',
    '![[',
    '[a](<b',
    '*a **a ',
    '__a_',
    '`a',
    '<a ',
    '<!-- ',
    '&',
    '|a',
    '{{',
    '{%',
  ]
  const more = [
    '{:',
    '[[a|',
    '%%a',
    '==a',
    '<A b={',
    ' ^',
    '<b ={={',
    '[^a]: ',
    '    a\n',
    '|\n',
    '> a\n',
    '- a\n',
    ':::a\n',
    '<p>\n',
    '~~a ',
  ]

  test.each([...units, ...more])('%j', async (unit) => {
    const long = unit.repeat(Math.ceil(100_000 / unit.length))
    const nested = Array.from({ length: 400 }, (_, at) => `${' '.repeat(at * 2)}${unit}`).join('\n')
    const table = `|${'a|'.repeat(400)}\n|${'-|'.repeat(400)}\n${`|${unit.trim()}\n`.repeat(400)}`
    for (const text of [long, long.slice(0, 40_000), nested, table]) {
      const parsed = await parseArticle('hostile.md', `A mill.\n\n${text}`, '').catch((error: unknown) => error)
      if (!(parsed instanceof BadFile)) expect(parsed).toMatchObject({ title: 'A mill.' })
    }
  })
})

describe('a Markdown text is read in a time that grows with its length, whatever it repeats within a line', () => {
  test.each([
    ['!!!', '<'],
    ['??? note', '<'],
    ['import', '<'],
    ['import a', '<'],
    ['{{<', 'x'],
    ['{{< /', 'x'],
    ['{%', 'x'],
    ['x { y', 'z'],
    ['x {#y', 'z'],
    ['<div>x', '</div>'],
    ['<pre>x', 'y</pre>'],
  ])('%j … %j', async (before, after) => {
    for (const blank of [' ', '\t', '\u00a0', '&nbsp;', ' \u00a0']) {
      const text = `A mill.\n\n${before}${blank.repeat(200_000)}${after}\n`
      const parsed = await parseArticle('blanks.md', text, '').catch((error: unknown) => error)
      if (!(parsed instanceof BadFile)) expect(parsed).toMatchObject({ title: 'A mill.' })
    }
  })
})

test('after a hundred texts of an HTML block that are not in the file in one piece, the rest of it are not looked for', async () => {
  const starts = async (missing: number) => {
    const html = `<div>${'<p>Salt &amp; bread</p>'.repeat(missing)}<p>A ferry.</p></div>\n\nA mill.\n`
    const { paragraphs } = await parseArticle('html.md', html, '')
    return paragraphs
      .slice(missing)
      .map(({ text, fileStart }) => fileStart !== null && html.indexOf(text) === fileStart)
  }
  expect(await starts(2)).toEqual([true, true])
  expect(await starts(150)).toEqual([false, true])
})

import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../../src/corpus/parse-article.ts'

const sentence = 'The old mill of Vila Nova was opened again after carpenters had worked on its wheel for two winters.'
const story = Array.from({ length: 3 }, (_, at) => `<p>${sentence} It turned ${at} times, the mayor said.</p>`).join('')
const parse = async (markup: string) => {
  const text = `<html><head><title>The mill turns</title></head><body><article>${story}${markup}${story}</article></body></html>`
  return (await parseArticle('mill.html', text, '')).paragraphs.slice(3, -3)
}

describe('a table of data', () => {
  test('is a paragraph for each row, which names its header row', async () => {
    const table =
      '<table><thead><tr><th>Part</th><th>Price</th></tr></thead>' +
      '<tr><td>Wheel</td><td>90 <b>euros</b></td></tr><tr><td><p>Stone</p></td><td>7<br>euros</td></tr></table>'
    expect(await parse(table)).toMatchObject([
      { text: 'Part\u2003Price', form: 'header', kind: 'heading' },
      { text: 'Wheel\u200390 euros', form: 'row', kind: 'body', introducedBy: 4 },
      { text: 'Stone\u20037 euros', form: 'row', kind: 'body', introducedBy: 4 },
    ])
  })

  test('may have the names of its rows beside them, and no header row', async () => {
    const table =
      '<p>The facts are:</p><table><tr><th>Built</th><td>1887</td></tr><tr><th>Length</th><td>412 m</td></tr></table>'
    expect((await parse(table)).slice(1)).toMatchObject([
      { text: 'Built\u20031887', form: 'row', kind: 'body', introducedBy: 4 },
      { text: 'Length\u2003412 m', form: 'row', kind: 'body', introducedBy: 4 },
    ])
  })

  test('has a header row of its own', async () => {
    const one = '<table><tr><th>Part</th><th>Price</th></tr><tr><td>Wheel</td><td>90</td></tr></table>'
    const two = '<table><tr><td>Stone</td><td>7</td></tr><tr><td>Roof</td><td>8</td></tr></table>'
    expect((await parse(one + two)).map(({ introducedBy }) => introducedBy)).toEqual([
      undefined,
      4,
      undefined,
      undefined,
    ])
  })
})

test('a table that arranges the parts of a page has no rows', async () => {
  const paragraphs = await parse(`<table><tr><td><p>${sentence}</p><p>${sentence} Twice.</p></td></tr></table>`)
  expect(paragraphs.map(({ text, form }) => [text, form])).toEqual([
    [sentence, undefined],
    [`${sentence} Twice.`, undefined],
  ])
})

test('each paragraph of a block quote is one, and a quotation', async () => {
  expect(
    await parse('<blockquote><p>A mill is a promise.</p><ul><li>It turns.</li></ul><p>— Jo Doe</p></blockquote>'),
  ).toMatchObject([
    { text: 'A mill is a promise.', form: 'quote' },
    { text: 'It turns.', form: 'quote' },
    { text: '— Jo Doe', form: 'quote' },
  ])
})

test('a page that indents most of its text with block quotes quotes nothing', async () => {
  const text = `<html><body><blockquote>${story}${story}</blockquote><p>${sentence}</p></body></html>`
  const { paragraphs } = await parseArticle('mill.html', text, '')
  expect(paragraphs.length).toBe(7)
  expect(paragraphs.filter(({ form }) => form !== undefined)).toEqual([])
})

test.each([
  '<pre><code>mill.turn()\n\nmill.stop()</code></pre>',
  '<div class="highlight"><pre>mill.turn()\n\nmill.stop()</pre></div>',
])('code is stored, and is no answer: %s', async (markup) => {
  const paragraphs = await parse(markup)
  expect(paragraphs.map(({ form, kind }) => [form, kind])).toEqual(paragraphs.map(() => ['code', 'boilerplate']))
  expect(paragraphs.map(({ text }) => text).join(' ')).toBe('mill.turn() mill.stop()')
})

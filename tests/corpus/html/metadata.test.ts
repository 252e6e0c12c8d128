import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../../src/corpus/parse-article.ts'

const story = Array.from(
  { length: 3 },
  (_, at) =>
    `<p>The old mill of Vila Nova was opened again on Sunday ${at}, after carpenters had worked on its wheel for two winters, the mayor said to the visitors.</p>`,
).join('')
const page = (head: string, above = '', title = 'The mill turns') =>
  `<html><head><title>${title}</title>${head}</head><body><article><h1>The mill turns</h1>${above}${story}</article></body></html>`
const parse = (text: string, file = 'page.html') => parseArticle(file, text, '')

describe('the date of a page', () => {
  test.each([
    '<meta itemprop="datePublished" content="2024-04-02T08:00:00Z">',
    '<meta name="date" content="2 April 2024">',
    '<meta name="DC.date.issued" content="2024-04-02">',
    '<meta name="parsely-pub-date" content="2024-04-02T10:00:00Z">',
    '<meta property="article:published_time" content="2024-04-02T10:00:00Z">',
    '<meta name="pubdate" content="20240402">',
    '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2024-04-02T01:00Z"}]}</script>',
    '<link rel="canonical" href="https://news.example/2024/04/02/town/mill.html">',
  ])('is in its head: %s', async (head) => {
    expect(await parse(page(head))).toMatchObject({ date: '2024-04-02', sources: { date: 'page' } })
  })

  test.each([
    '<p><time class="dt-published" datetime="2024-04-02T08:00:00+00:00">2 April</time></p>',
    '<p><time>April 2, 2024</time></p>',
  ])('is in a time element: %s', async (above) => {
    expect((await parse(page('', above))).date).toBe('2024-04-02')
  })

  test('is null if the page states none that is valid', async () => {
    const head = '<meta name="date" content="soon"><script type="application/ld+json">{"datePublished": 7, </script>'
    expect(await parse(page(head))).toMatchObject({ date: null, authors: [] })
  })
})

test.each([
  ['lists', `[${'0,'.repeat(300_000)}0]`],
  ['a graph', `{"@graph":[${'0,'.repeat(300_000)}0]}`],
  ['nested authors', `{"author":${'{"name":'.repeat(100_000)}"Jo Doe"${'}'.repeat(100_000)}}`],
])('structured data with %s of any size never costs the article', async (_, json) => {
  const head = `<script type="application/ld+json">${json}</script><meta name="author" content="Ana Lima">`
  expect(await parse(page(head))).toMatchObject({ title: 'The mill turns', authors: ['Ana Lima'] })
})

describe('the authors of a page', () => {
  test.each([
    ['By Jo Doe, Max Roe5 Min Read', ['Jo Doe', 'Max Roe']],
    ['Monday April 8, 2024 10:44 am by Jo Doe', ['Jo Doe']],
    ['Jo Doe / HTN / Updated: Apr 9, 2024, 11:05 ShareAA+Text Size', ['Jo Doe']],
    ['Written by Jo Doe and Max Roe | April 9, 2024', ['Jo Doe', 'Max Roe']],
    ['Jo Doe (@jodoe)', ['Jo Doe']],
  ])('are the names in a byline like “%s”', async (byline, authors) => {
    expect(await parse(page('', `<div class="byline author">${byline}</div>`))).toMatchObject({ authors })
  })

  test.each([
    '<meta name="author" content="Jo Doe">',
    '<meta name="parsely-author" content="By Jo Doe">',
    '<script type="application/ld+json">[{"author":[{"@type":"Person","name":"Jo Doe"}]}]</script>',
  ])('are in its head: %s', async (head) => {
    expect(await parse(page(head))).toMatchObject({ author: 'Jo Doe', sources: { author: 'page' } })
  })
})

describe('the title of a page', () => {
  test.each([
    ['The mill turns - Harbour Times', '<meta property="og:site_name" content="Harbour Times">'],
    ['The mill turns | Harbour Times', ''],
    ['The mill turns', ''],
  ])('“%s” is shown without the name of its site', async (title, head) => {
    expect((await parse(page(head, '', title))).title).toBe('The mill turns')
  })
})

test('the footer of an exported page states its author, date and address, and is no text of the article', async () => {
  const footer =
    '<footer><p>By <a class="p-author h-card" href="https://blog.example/@jo">Jo Doe</a> on <a href="/p/1"><time class="dt-published" datetime="2016-10-05T23:54Z">October 5, 2016</time></a>.</p>' +
    '<p><a class="p-canonical" href="https://blog.example/@jo/mill-1">Canonical link</a></p><p>Exported from <a href="https://blog.example">Blog</a> on July 1, 2019.</p></footer>'
  const article = await parse(page('', '').replace('</article>', `${footer}</article>`))
  expect(article).toMatchObject({ date: '2016-10-05', authors: ['Jo Doe'], url: 'https://blog.example/@jo/mill-1' })
  const shown = article.paragraphs.filter(({ kind }) => kind === 'body').map(({ text }) => text)
  expect(shown.join(' ')).not.toMatch(/Canonical|Exported|By Jo/)
})

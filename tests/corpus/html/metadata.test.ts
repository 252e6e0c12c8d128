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
    '<span property="dc:date" content="2024-04-02T00:00:00+00:00">last week</span>',
    '<p itemprop="datePublished">April 2, 2024</p>',
    '<abbr class="published" title="2024-04-02T10:15:00-07:00">10:15 AM</abbr>',
    '<h2 class="date-header"><span>Tuesday, April 2, 2024</span></h2>',
    '<div class="post-date">Posted: 2 April 2024 at noon</div>',
  ])('is in an element that is marked as the date: %s', async (above) => {
    expect((await parse(page('', above))).date).toBe('2024-04-02')
  })

  test.each([
    '<!-- saved from url=(0050)https://news.example/2024/04/02/mill -->',
    '<!--\n Page saved with SingleFile \n url: https://news.example/2024/04/02/mill \n saved date: Thu Jun 06 2024\n-->',
  ])('is in the address that the browser notes when it saves a page: %s', async (comment) => {
    expect(await parse(`<!DOCTYPE html>${comment}${page('')}`)).toMatchObject({
      date: '2024-04-02',
      url: 'https://news.example/2024/04/02/mill',
    })
  })

  test('is in a line below the heading, even if the line is no part of the story', async () => {
    const text = `<html><head><title>The mill</title></head><body><table role="presentation"><tr><td><h1>The mill turns</h1><p>By Jo Doe | April 2, 2024</p></td></tr><tr><td>${story}</td></tr></table></body></html>`
    expect((await parse(text)).date).toBe('2024-04-02')
    expect((await parse(text.replace('By Jo Doe |', 'It rained on'))).date).toBe(null)
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
    '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Jo Doe">',
    '<script type="application/ld+json">[{"author":[{"@type":"Person","name":"Jo Doe"}]}]</script>',
  ])('are in its head: %s', async (head) => {
    expect(await parse(page(head))).toMatchObject({ author: 'Jo Doe', sources: { author: 'page' } })
  })
})

test.each([
  '<span class="byline"> by <span class="author vcard"><a class="url fn n" href="/jo">Jo Doe</a></span></span>',
  '<p class="posted">Posted by <span class="fn">Jo Doe</span></p>',
  '<a class="post-author" href="/jo">Jo Doe</a>',
])('the author is in an element that is marked as the author: %s', async (above) => {
  expect((await parse(page('', above))).authors).toEqual(['Jo Doe'])
})

test('who comments on a page is not its author', async () => {
  const comments =
    '<div id="comments"><ol class="comment-list"><li><span class="author fn">Max Roe</span><p>Well turned.</p></li></ol></div>'
  const text = page('').replace('</body>', `${comments}</body>`)
  expect((await parse(text)).authors).toEqual([])
})

describe('the title of a page', () => {
  test.each([
    ['The mill turns - Harbour Times', '<meta property="og:site_name" content="Harbour Times">'],
    ['The mill turns | Harbour Times', ''],
    ['The mill turns', ''],
    ['Harbour Times: The mill turns', ''],
    ['Harbour Times » The mill turns', ''],
    ['Vila Nova - The mill turns', '<meta property="og:site_name" content="Harbour Times">'],
  ])('“%s” is shown without the name of its site', async (title, head) => {
    expect((await parse(page(head, '', title))).title).toBe('The mill turns')
  })
})

describe('the title of a page whose first heading is the name of its site', () => {
  const site = '<h1 id="site"><a href="/">Harbour Times</a></h1>'
  const withHeading = (title: string, heading: string) =>
    `<html><head><title>${title}</title></head><body>${site}<div class="post">${heading}${story}</div></body></html>`
  test.each([
    ['Harbour Times: The mill turns', '<h3 class="post-title entry-title">The mill turns</h3>'],
    ['The mill turns | Harbour Times', '<h2>The mill turns</h2>'],
    ['The mill turns | Harbour Times', ''],
  ])('“%s” with %s is that of the article', async (title, heading) => {
    expect((await parse(withHeading(title, heading))).title).toBe('The mill turns')
  })
})

describe('the title of a page that states it nowhere else', () => {
  test.each([
    ['The mill turns: a history of the wheel', 'The mill turns: a history of the wheel'],
    ['6. Mill: a wheel with a stone', '6. Mill: a wheel with a stone'],
    ['Wheel (mill: the stone of the old town)', 'Wheel (mill: the stone of the old town)'],
    ['Wheels | Mill 3.2 Documentation', 'Wheels'],
    ['The mill turns again - Harbour Times', 'The mill turns again'],
    ['Vila Nova - Porto Verde', 'Vila Nova - Porto Verde'],
    ['The mill turns – and nobody knows why', 'The mill turns – and nobody knows why'],
  ])('%s: %s', async (title, own) => {
    expect((await parse(`<html><head><title>${title}</title></head><body>${story}</body></html>`)).title).toBe(own)
  })
})

test('a title that its metadata or its heading states is not cut', async () => {
  const title = 'The mill turns again - Harbour Times'
  const head = `<meta property="og:title" content="${title}">`
  const text = (extra: string, heading: string) =>
    `<html><head><title>${title}</title>${extra}</head><body>${heading}${story}</body></html>`
  expect((await parse(text(head, ''))).title).toBe(title)
  expect((await parse(text('', `<h1>${title}</h1>`))).title).toBe(title)
})

test.each(['Untitled Document', 'untitled', 'Home', 'New Page 1', 'Document'])(
  'a title that an editor put there (“%s”) is none',
  async (title) => {
    const text = `<html><head><title>${title}</title></head><body><h2>The mill turns</h2>${story}</body></html>`
    expect((await parse(text, '000_c1.html')).title).toBe('The mill turns')
  },
)

test('a dateline states the outlet of a page that does not', async () => {
  const dateline = '<p>PORTO VERDE (XYZ) — The mill turns again.</p>'
  expect(await parse(page('', dateline))).toMatchObject({ outlet: 'XYZ', sources: { outlet: 'dateline' } })
  const site = '<meta property="og:site_name" content="Harbour Times">'
  expect((await parse(page(site, dateline))).outlet).toBe('Harbour Times')
})

test('structured data states the title and the site of a page', async () => {
  const data = '{"@type":"NewsArticle","headline":"The mill turns","publisher":{"name":"Harbour Times"}}'
  const head = `<script type="application/ld+json">${data}</script>`
  expect(await parse(page(head, '', 'Mill'))).toMatchObject({ title: 'The mill turns', outlet: 'Harbour Times' })
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

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCorpus } from '../../../src/corpus/folder/read-folder.ts'
import { readPage } from '../../../testkit/articles/read-page.ts'
import { tempFolder } from '../../../testkit/articles/temp-folder.ts'

const page = `<!doctype html><html><head><title>Council backs ferry line | Harbour Times</title>
<meta property="og:site_name" content="Harbour Times"><meta property="og:title" content="Council backs ferry line">
<meta property="article:published_time" content="2024-03-12T08:00:00Z"><meta name="author" content="Ana Lima">
<link rel="canonical" href="https://harbour.example/ferry"><script>document.write('<p>never read</p>')</script></head>
<body><nav><ul><li>Home</li><li>Sport</li></ul></nav><article><h1>Council backs ferry line</h1>
<p>The city council of Elmport voted on Tuesday to buy <b>14</b> electric ferries for 62 million euros, after a long debate, it said.</p>
<p>“We will not wait another decade for clean water,” Mayor Ines Okafor said after the vote. “The harbour belongs to everyone.”</p>
<h2>What comes next</h2><p>The first boat will sail in June, according to the harbour office, and the others will follow by the end of the year.</p>
<figure><img src="x.jpg"><figcaption>A ferry in the harbour of Elmport.</figcaption></figure>
<p>The opposition had asked for a delay, because the shipyard in Norvale lost two earlier contracts, its leader said on Monday.</p>
</article><footer><p>Subscribe to our newsletter</p></footer></body></html>`

test('a web page is read as its main content and metadata, with offsets for text that is in one piece', async () => {
  const folder = await tempFolder()
  await writeFile(join(folder, 'ferry.html'), page)
  const { articles } = await readCorpus(folder)
  const [article] = articles
  expect(article).toMatchObject({
    id: 'ferry',
    title: 'Council backs ferry line',
    date: '2024-03-12',
    outlet: 'Harbour Times',
    author: 'Ana Lima',
    url: 'https://harbour.example/ferry',
  })
  const texts = article?.paragraphs.map(({ text }) => text).join('\n') ?? ''
  expect(texts).toContain('14 electric ferries')
  expect(texts).not.toMatch(/never read|Sport|newsletter/)
  expect(article?.paragraphs.find(({ text }) => text === 'What comes next')?.kind).toBe('heading')
  expect(article?.paragraphs.find(({ text }) => text.startsWith('A ferry'))?.kind).toBe('caption')
  const quoted = article?.paragraphs.find(({ text }) => text.startsWith('“We will'))
  expect(page.slice(quoted?.fileStart ?? 0, quoted?.fileEnd ?? 0)).toBe(quoted?.text)
  expect(article?.paragraphs.find(({ text }) => text.includes('14 electric'))).toMatchObject({ fileStart: null })
})

test('a web page without main content is named', async () => {
  const folder = await tempFolder()
  await writeFile(join(folder, 'good.txt'), 'The river rose.\n')
  await writeFile(join(folder, 'empty.html'), '<html><body><nav>Home</nav></body></html>')
  await writeFile(join(folder, 'deep.html'), `${'<div>'.repeat(100_000)}x`)
  const { articles, skipped } = await readCorpus(folder)
  expect(articles).toHaveLength(1)
  expect(skipped.map(({ file }) => file)).toEqual(['deep.html', 'empty.html'])
})

test('a page covered by a dialog is read without the dialog', async () => {
  const dialog =
    '<div role="dialog" aria-modal="true"><p>We and our 812 partners value your privacy, and store cookies.</p></div>'
  const covered = page.replace('<body>', `<body>${dialog}<div id="root" aria-hidden="true">`)
  const { paragraphs } = await readPage(covered)
  expect(paragraphs.map(({ text }) => text)).toEqual((await readPage(page)).paragraphs.map(({ text }) => text))
})

test('navigation links are boilerplate, table captions are captions', async () => {
  const { paragraphs } = await readPage(
    page.replace(
      '<h2>',
      '<nav><a href="#next">What comes next, in short</a></nav><table><caption>Boats a day</caption><tr><th>Two</th></tr></table><h2>',
    ),
  )
  expect(paragraphs.find(({ text }) => text.startsWith('What comes next,'))?.kind).toBe('boilerplate')
  expect(paragraphs.find(({ text }) => text === 'Boats a day')?.kind).toBe('caption')
})

test('short list items are paragraphs of the article, and name the sentence above their list', async () => {
  const text =
    'The harbour office asked two thousand passengers in March what they want most of all on board of the new ferry. '
  const list = '<p>They want:</p><ol><li>Coffee</li><li>A captain who waves</li></ol>'
  const { paragraphs } = await readPage(
    `<html><body><article><h1>Wishes</h1><p>${text.repeat(3)}</p>${list}<p>${text}</p></article>`,
  )
  const above = paragraphs.find(({ text: shown }) => shown === 'They want:')?.number
  expect(paragraphs.filter(({ form }) => form === 'item')).toMatchObject([
    { kind: 'body', text: 'Coffee', introducedBy: above },
    { kind: 'body', text: 'A captain who waves', introducedBy: above },
  ])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BadFile } from '../../src/corpus/article/bad-file.ts'
import { parseFrontMatter } from '../../src/corpus/metadata/front-matter.ts'
import { openingWords } from '../../src/corpus/metadata/metadata.ts'
import { splitFrontMatter } from '../../src/corpus/metadata/split-front-matter.ts'
import { parseArticle } from '../../src/corpus/parse-article.ts'
import { anyText } from '../../testkit/text/any-text.ts'

const parse = (text: string, file = 'flood.md') => parseArticle(file, text, 'hash')
const texts = async (text: string) => (await parse(text)).paragraphs.map((paragraph) => paragraph.text)
const bad = (code: BadFile['code'], reason: RegExp) => ({
  name: 'BadFile',
  code,
  reason: expect.stringMatching(reason),
})

describe('front matter', () => {
  test('states title, date, outlet, author and url, and is not text', async () => {
    const article = await parse(
      '---\n# about\ntitle: "The: flood"\ndate: 2024-05-03T10:00:00Z\noutlet: Daily Example\nauthor: Jo Doe\nurl: https://news.example/flood\nmore: x\n---\n\nThe river rose.',
    )
    expect(article).toMatchObject({
      title: 'The: flood',
      titleIsOwn: true,
      date: '2024-05-03',
      outlet: 'Daily Example',
      author: 'Jo Doe',
      url: 'https://news.example/flood',
    })
    expect(article.paragraphs.map(({ number, text }) => [number, text])).toEqual([[1, 'The river rose.']])
  })

  test('can be empty, end with dots, and have CRLF lines', async () => {
    expect(await texts('---\n---\nThe river rose.')).toEqual(['The river rose.'])
    expect(await texts('---\r\ntitle: A\r\n...\r\nThe river rose.')).toEqual(['The river rose.'])
    expect((await parse('---\ntitle:\nurl: ""\n---\nThe river rose.')).url).toBeNull()
  })

  test('overrides a date prefix and a heading', async () => {
    const article = await parse('---\ntitle: Own\ndate: 2024-05-03\n---\ndate 2024-01-01 # Heading\n\nThe river rose.')
    expect([article.title, article.date]).toEqual(['Own', '2024-05-03'])
  })

  test('is read if it is as deep as allowed', async () => {
    const columns = Array.from({ length: 50 }, (_, at) => `${' '.repeat(at * 2)}- a:\n${' '.repeat(at * 2 + 2)}b:`)
    const flow = `${'- '.repeat(20)}${'['.repeat(200)}x${']'.repeat(200)}`
    const text = `---\ntitle: Flood\ndeep:\n${columns.join('\n')}\n${' '.repeat(100)}${flow}\n---\nThe river rose.`
    expect((await parse(text)).title).toBe('Flood')
  })

  test.each([
    ['is not YAML', 'title: "a\ndate: 2024-05-03', 'front matter', /is not valid YAML/],
    ['is not keys and values', 'date: 2024-05-03\n- title', 'front matter', /is not valid YAML|does not consist/],
    ['has a value with a colon', 'title: Flood: what we know\ndate: 2024-05-03', 'front matter', /is not valid YAML/],
    ['is indented by tabs', 'date: 2024-05-03\ntags:\n\t- flood', 'front matter', /is not valid YAML/],
    ['has a list for a title', 'title: [a, b]\ndate: 2024-05-03', 'title', /must be one line of text/],
    ['has a placeholder for a title', 'title: "{{ title }}"\ndate: 2024-05-03', 'title', /placeholder/],
    ['has a truth value for an author', 'author: true\ndate: 2024-05-03', 'author', /must be a name/],
    ['has a handle for an author', 'author: "@jo"\ndate: 2024-05-03', 'author', /must be a name/],
    ['has a path for an address', 'url: /flood\ndate: 2024-05-03', 'url', /must be an http/],
    ['has a script for an address', 'url: "javascript:alert(1)"\ndate: 2024-05-03', 'url', /must be an http/],
    ['has one key twice', 'date: 2024-05-03\ntags: a\ntags: b', 'front matter', /is not valid YAML/],
    ['is nested without end', `date: 2024-05-03\nx: ${'['.repeat(30_000)}`, 'front matter', /over 200 brackets/],
    [
      'is a list in a list without end',
      `date: 2024-05-03\nx:\n${'- '.repeat(30_000)}`,
      'front matter',
      /nested over 20/,
    ],
    ['has keys without end', `date: 2024-05-03\n${'a: b\n'.repeat(2001)}`, 'front matter', /over 2,000 entries/],
    ['is longer than any', `date: 2024-05-03\nx: ${'a'.repeat(70_000)}`, 'front matter', /over 64 KiB/],
    [
      'doubles itself with aliases',
      'date: 2024-05-03\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: [*d, *d]',
      'front matter',
      /is not valid YAML/,
    ],
  ])('that %s costs a warning, and not the article or its other details', async (_, yaml, key, reason) => {
    expect(await parse(`---\n${yaml}\n---\nThe river rose.`)).toMatchObject({
      date: '2024-05-03',
      paragraphs: [{ text: 'The river rose.' }],
      warnings: [{ key, reason: expect.stringMatching(reason) }],
    })
  })

  test.each([
    ['2024/05/03', '2024-05-03'],
    ['2024-5-3T00:00:00.000Z', '2024-05-03'],
    ['2024-05-03 10:00:00 -0500', '2024-05-03'],
    ['20240503', '2024-05-03'],
    ['May 3, 2024', '2024-05-03'],
    ['Fri, 03 May 2024 08:00:00 GMT', '2024-05-03'],
    ['3rd of May 2024 at noon', '2024-05-03'],
    ['23.5.2024', '2024-05-23'],
    ['5/23/2024', '2024-05-23'],
    ['5/3/2024', null],
    ['2024-02-30', null],
    ['2024-02-0312', null],
    ['2024', null],
    ['soon', null],
  ])('with the date “%s”: %s', async (written, date) => {
    const article = await parse(`---\ndate: ${written}\n---\nThe river rose.`)
    expect([article.date, article.warnings.length]).toEqual([date, date === null ? 1 : 0])
  })

  test('uses the keys of other programs, and an update only if nothing else is stated', async () => {
    const text = (keys: string) => parse(`---\n${keys}\n---\nThe river rose.`)
    expect(await text('updated: 2024-06-01\npubDate: 2024-05-03\npublished: true')).toMatchObject({
      date: '2024-05-03',
    })
    expect(await text('last_update:\n  date: 2024-06-01\n  author: Jo Doe')).toMatchObject({ date: '2024-06-01' })
    expect(await text('lastmod: x\nModified_At: 2024-06-01')).toMatchObject({
      date: '2024-06-01',
      warnings: [{ key: 'lastmod' }],
    })
    expect(
      await text('publisher: {name: Harbour Times}\ncanonicalUrl: news.example/flood\npermalink: /flood'),
    ).toMatchObject({
      outlet: 'Harbour Times',
      url: 'https://news.example/flood',
      warnings: [],
    })
  })

  test.each([
    ['author: Jo Doe', ['Jo Doe']],
    ['author: Jo Doe and Max Roe', ['Jo Doe', 'Max Roe']],
    ['author: Doe, Jo', ['Doe, Jo']],
    ['authors: [Jo Doe, Max Roe]', ['Jo Doe', 'Max Roe']],
    ['authors:\n  - name: Jo Doe\n    url: https://news.example\n  - name: Max Roe', ['Jo Doe', 'Max Roe']],
    ['author:\n  name: By Jo Doe', ['Jo Doe']],
  ])('with “%s” names %j', async (yaml, authors) => {
    expect(await parse(`---\n${yaml}\n---\nThe river rose.`)).toMatchObject({ authors, author: authors.join(', ') })
  })

  test('can be TOML or JSON', async () => {
    const toml =
      '+++\ntitle = "Flood"\ndate = 2024-05-03T10:00:00Z\nauthors = ["Jo Doe"]\n[extra]\nx = 1\n+++\nThe river rose.'
    const json = '{\n  "title": "Flood",\n  "date": "2024-05-03", "x": "}",\n  "author": "Jo Doe"\n}\n\nThe river rose.'
    for (const text of [toml, json]) {
      expect(await parse(text)).toMatchObject({
        title: 'Flood',
        date: '2024-05-03',
        authors: ['Jo Doe'],
        warnings: [],
        paragraphs: [{ text: 'The river rose.' }],
      })
    }
    expect(await parse('+++\ntitle = "Flood"\ndate = May\n+++\nThe river rose.')).toMatchObject({
      title: 'Flood',
      paragraphs: [{ text: 'The river rose.' }],
      warnings: [{ key: 'front matter' }, { key: 'date' }],
    })
    expect(await texts('{ "a" is a letter.')).toEqual(['{ "a" is a letter.'])
  })

  test.each(['draft: true', 'Draft: true', 'DRAFT: True', 'draft: yes', 'published: false', 'Published: False'])(
    'that says “%s” leaves the article out',
    async (yaml) => {
      await expect(parse(`---\n${yaml}\n---\nThe river rose.`)).rejects.toMatchObject(bad('draft', /is a draft/))
    },
  )

  test.each([
    [
      'Title: The mill\nDate: 2010-12-03 10:20\nAuthors: Jo Doe, Max Roe\nTags: water,\n  wood\n\nThe river rose.',
      { title: 'The mill', date: '2010-12-03', authors: ['Jo Doe', 'Max Roe'] },
    ],
    [
      'From: Jo Doe <jo@example.org>\nTo: mills@lists.example.org\nDate: Tue, 14 Nov 2017 09:31:02 +0100\nSubject: [mills] Re: The mill\n\nThe river rose.',
      { title: 'The mill', date: '2017-11-14', authors: ['Jo Doe'] },
    ],
    [
      'From jo at example.org  Tue Nov 14 09:31:02 2017\nFrom: jo at example.org (Jo Doe)\nDate: 14 Nov 2017 09:31\nSubject: The mill\n\nThe river rose.',
      { title: 'The mill', date: '2017-11-14', authors: ['Jo Doe'] },
    ],
  ])('can be a header of lines without marks: %j', async (text, details) => {
    for (const file of ['a.md', 'a.txt']) {
      const article = await parse(text, file)
      expect(article).toMatchObject({ ...details, warnings: [] })
      expect(article.paragraphs.map((paragraph) => paragraph.text)).toEqual(['The river rose.'])
    }
  })

  test.each([
    'Jo Doe: Good day.\nMax Roe: Good night.',
    'Note: The river rose.\nDate: today.',
    'Summary: The river rose.\nSource: the miller.',
    'Title: The mill\nThe river rose.',
  ])('is not “%s”', async (text) => {
    expect((await texts(`${text}\n\nThe river rose.`)).join(' ')).toContain(text.replaceAll('\n', ' '))
  })

  test('can be the properties of a page in an outline', async () => {
    const text = 'title:: The mill\ndate:: [[2023-05-01]]\ntags:: water\n\n- The river rose.'
    expect(await parse(text, 'a.md')).toMatchObject({ title: 'The mill', date: '2023-05-01', warnings: [] })
  })

  test('that is not closed ends at the first blank line', async () => {
    expect(await parse('---\ntitle: A\n\nThe river rose.')).toMatchObject({
      title: 'A',
      paragraphs: [{ text: 'The river rose.' }],
      warnings: [{ key: 'front matter', reason: expect.stringContaining('is not closed') }],
    })
  })

  test.each([
    ['nothing follows it', '---'],
    ['text follows it', '---\nThe river rose.\n---\nIt fell.'],
    ['a remark follows it after a blank line', '---\n\nNote: the river rose.'],
    ['a sentence with a colon follows it', '---\nOn Monday: the river rose.\n---'],
    ['a heading follows it', '---\n# Flood\nThe river rose.\n---\nIt fell.'],
  ])('is not there when the first line is a rule and %s', (_, text) => {
    expect(splitFrontMatter(text)).toEqual({ frontMatter: null, bodyStart: 0 })
  })

  test('without text below is reported', async () => {
    await expect(parse('---\ntitle: A\n---\n \n')).rejects.toMatchObject(bad('no-text', /no text/))
  })

  test('keeps no invisible characters', () => {
    const source = 'title: "a\\u202eb\\u0007c"'
    expect(parseFrontMatter({ format: 'yaml', source, isOpen: false }).title).toBe('a b c')
  })

  test('never costs the article, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.boolean(), async (text, keyed) => {
        const file = `---\n${keyed ? 'title: ' : ''}${text}\n---\nThe river rose.`
        expect((await parse(file)).paragraphs.at(-1)?.text).toContain('The river rose.')
      }),
      { numRuns: 300 },
    )
  })
})

describe('the date at the start of the first line', () => {
  test.each([
    ['date 2024-05-03 The river rose.', '2024-05-03', 'The river rose.'],
    [' \t date 2024-05-03  The river rose.', '2024-05-03', 'The river rose.'],
    ['date 2024-05-03\n\nThe river rose.', '2024-05-03', 'The river rose.'],
    ['date 2024-05-03The river rose.', null, 'date 2024-05-03The river rose.'],
    ['date 2024-05-031 The river rose.', null, 'date 2024-05-031 The river rose.'],
    ['date 2024-02-30 The river rose.', null, 'date 2024-02-30 The river rose.'],
    ['dated 2024-05-03 The river rose.', null, 'dated 2024-05-03 The river rose.'],
    ['The date 2024-05-03 came.', null, 'The date 2024-05-03 came.'],
  ])('“%s”: %s', async (text, date, first) => {
    const article = await parse(text)
    expect([article.date, article.paragraphs[0]?.text]).toEqual([date, first])
  })

  test('stays text on a later line', async () => {
    expect(await texts('One.\n\ndate 2024-05-03 Two.')).toEqual(['One.', 'date 2024-05-03 Two.'])
  })
})

describe('the date', () => {
  test.each([
    ['2024-03-25-choir.md', 'The choir sang.', '2024-03-25', 'file name'],
    ['notes/20240325 choir.txt', 'The choir sang.', '2024-03-25', 'file name'],
    ['2019/02/22/choir.md', 'The choir sang.', '2019-02-22', 'file name'],
    ['20249999.txt', 'The choir sang.', null, undefined],
    ['a1b20240325c9.txt', 'The choir sang.', '2024-03-25', 'file name'],
    ['2024-3-5-choir.md', 'The choir sang.', '2024-03-05', 'file name'],
    ['202403251405 choir.md', 'The choir sang.', '2024-03-25', 'file name'],
    ['choir 2024032514057.md', 'The choir sang.', null, undefined],
    ['choir.md', '# Choir\n\n*Posted by Jo Doe on March 3, 2024*\n\nThe choir sang.', '2024-03-03', 'byline'],
    ['choir.md', '# Choir\n\nJo Doe · 3 March 2024 · 4 min read\n\nThe choir sang.', '2024-03-03', 'byline'],
    ['choir.md', '# Choir\n\nDate: 3 March 2024\n\nThe choir sang.', '2024-03-03', 'byline'],
    ['choir.md', '# Choir\n\nCreated: March 3, 2024 10:12 AM\nTags: song\n\nThe choir sang.', '2024-03-03', 'byline'],
    ['choir.md', '# Choir\n\n*March 3, 2024*\n\nThe choir sang.', '2024-03-03', 'byline'],
    ['choir.txt', 'PORTO VERDE, March 3, 2024 (XYZ) — The choir sang.', '2024-03-03', 'dateline'],
    ['choir.txt', 'VILA NOVA, 3 March 2024 – The choir sang.', '2024-03-03', 'dateline'],
    ['choir.txt', 'Vila Nova, 3 March 1954\n\nDear sister, the choir sang.', '1954-03-03', 'dateline'],
    ['choir.txt', 'On March 3, 2024, the choir sang.', null, undefined],
  ])('of %s with “%s”: %s', async (file, text, date, source) => {
    const article = await parse(text, file)
    expect([article.date, article.sources.date]).toEqual([date, source])
  })
})

test.each([
  ['XYZ Staff Jo Doe\n\nThe choir sang.', 'byline'],
  ['PORTO VERDE (XYZ) — The choir sang.', 'dateline'],
  ['---\noutlet: XYZ\n---\nPORTO VERDE (ABC) — The choir sang.', 'front matter'],
])('the outlet of “%s” is known from its %s', async (text, outlet) => {
  expect(await parse(text)).toMatchObject({ outlet: 'XYZ', sources: { outlet } })
})

describe('the title', () => {
  test.each([
    ['Opening hours of the mill.md', 'Opening hours of the mill'],
    ['speeches/2009-Obama.txt', '2009 Obama'],
    ['2024-03-25-the-choir-sings.md', 'the choir sings'],
    ['01_first-steps.md', 'first steps'],
    ['2016-10-05_Whoops--thanks-4f2a3b1c9d8e.md', 'Whoops thanks'],
    ['the-old-mill/index.md', 'the old mill'],
    ['2016-1-5-no-frost.md', 'no frost'],
    ['Meeting of the choir 2024-03-05.txt', 'Meeting of the choir'],
    ['202401151200 Slate.md', 'Slate'],
    ['146712345.the-old-mill.md', 'the old mill'],
    ['Canvas.md', 'Canvas'],
  ])('of %s without a heading is in its name: %s', async (file, title) => {
    const article = await parse('The river rose.\n\n## Later', file)
    expect([article.title, article.titleIsOwn, article.sources.title]).toEqual([title, true, 'file name'])
  })

  test('is in the file name rather than in a lower heading, but not rather than in a top one', async () => {
    expect((await parse('## Prices\n\nA sack costs four euros.', 'The old mill.md')).title).toBe('The old mill')
    expect((await parse('# Prices\n\nA sack costs four euros.', 'The old mill.md')).title).toBe('Prices')
  })

  test.each(['000_c118e5ac5222d35e.txt', 'index.md', '2024-03-25.md', 'x1-b2.md', 'bcdf-ghjk.md'])(
    'of %s is made of its opening words: its name holds none',
    async (file) => {
      const article = await parse('The river rose.\n\nIt fell.', file)
      expect([article.title, article.titleIsOwn]).toEqual(['The river rose.', false])
    },
  )

  test('is the underlined line that a plain text begins with', async () => {
    expect((await parse('The mill\n========\n\nThe river rose.', 'mill notes.txt')).title).toBe('The mill')
  })

  test('is the Markdown heading that the text begins with', async () => {
    const article = await parse('By Jo Doe\n\n## The  flood ##\n\n# Later')
    expect([article.title, article.titleIsOwn]).toEqual(['The flood', true])
    expect((await parse('The flood\n=========\n\nText.')).title).toBe('The flood')
    expect((await parse('# C#\n\nText.')).title).toBe('C#')
  })

  test.each(['md', 'txt'])('is no heading further down (.%s)', async (extension) => {
    const article = await parse('Ana Lima came.\n\n## The flood\n\nThe river rose.', `flood.${extension}`)
    expect([article.title, article.titleIsOwn]).toEqual(['Ana Lima came.', false])
  })

  test('is the first body sentence otherwise', async () => {
    const article = await parse('By Jo Doe\n\nThe river rose. The bridge held.')
    expect([article.title, article.titleIsOwn]).toEqual(['The river rose.', false])
  })

  test('is cut at a word', async () => {
    const { title } = await parse(`The river rose over the old walls, ${'and it rose again '.repeat(9)}.`)
    expect(title).toMatch(/^The river rose over the old walls, .*\p{L}…$/u)
    expect(title.length).toBeLessThanOrEqual(73)
    expect(openingWords('one, two three', 7)).toBe('one…')
    expect(openingWords('abcdefgh', 4)).toBe('abcd…')
    expect(openingWords('abc\u{1f600}d', 4)).toBe('abc\ufffd…')
  })

  test.each(['# A \u202e b\u0007 c.', 'A \u202eb\u0007 c.'])('keeps no invisible character of “%j”', async (text) => {
    expect((await parse(`${text}\n\nThe river rose.`)).title).toBe('A b c.')
  })
})

test('the notices around an electronic book are boilerplate, and state its title and author', async () => {
  const text =
    'The Project Gutenberg eBook of The Mill\n\nThis ebook is for the use of anyone anywhere.\n\nTitle: The Mill\n\nAuthor: Jo Doe\n\n' +
    'Release date: March 14, 2006 [eBook #1]\n\n*** START OF THE PROJECT GUTENBERG EBOOK THE MILL ***\n\nThe river rose.\n\n' +
    '*** END OF THE PROJECT GUTENBERG EBOOK THE MILL ***\n\nUpdated editions will replace the previous one.'
  const article = await parse(text, 'pg1.txt')
  expect(article).toMatchObject({ title: 'The Mill', authors: ['Jo Doe'], date: null })
  expect(article.paragraphs.filter(({ kind }) => kind !== 'boilerplate')).toMatchObject([{ text: 'The river rose.' }])
})

describe('outlet and author', () => {
  test.each([
    ['PORTO, Portugal (ABC) — The river rose.', 'ABC', null],
    ['PORTO (Daily Example) - The river rose.', 'Daily Example', null],
    ['PORTO, May 3 (ABC) - The river rose.', 'ABC', null],
    ['PORTO — (ABC) — The river rose.', 'ABC', null],
    ['XYZ Staff Jo Doe\n\nThe river rose.', 'XYZ', 'Jo Doe'],
    ['By Jo Doe | Reporter\n\nThe river rose.', null, 'Jo Doe'],
    ['By Jo Doe, Local Politics Reporter\n\nThe river rose.', null, 'Jo Doe'],
    ['Posted by Jo Doe on January 5, 2016\n\nThe river rose.', null, 'Jo Doe'],
    ['Posted on January 5, 2016 by Jo Doe\n\nThe river rose.', null, 'Jo Doe'],
    ['Written by Jo Doe and Max Roe, 5 January 2016\n\nThe river rose.', null, 'Jo Doe, Max Roe'],
    ['Jo van Doe | Jan 5, 2016 | 4 min read\n\nThe river rose.', null, 'Jo van Doe'],
    ['Porto Verde, January 5, 2016\n\nThe river rose.', null, null],
    ['The river by Jo Doe rose on January 5, 2016\n\nThe river rose.', null, null],
    ['The port (ABC) was closed.', null, null],
    ['The river rose.', null, null],
  ])('of “%s”', async (text, outlet, author) => {
    expect(await parse(text)).toMatchObject({ outlet, author })
  })
})

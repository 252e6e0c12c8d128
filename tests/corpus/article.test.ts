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
    ['is not YAML', 'title: "a', /broken front matter/],
    ['is not keys and values', 'a:\n- b\n-c', /broken front matter/],
    ['has a list for a title', 'title: [a, b]', /"title" must be one line of text/],
    ['has a truth value for an author', 'author: true', /"author" must be one line of text/],
    ['has a date in words', 'date: May 3', /"date" must be a date as YYYY-MM-DD/],
    ['has a day that is none', 'date: 2024-02-30', /"date" must be a date/],
    ['has a date with more digits', 'date: 2024-02-0312', /"date" must be a date/],
    ['has a number for a date', 'date: 20240503', /"date" must be a date/],
    ['has a url that is no web address', 'url: "javascript:alert(1)"', /"url" must be an http/],
    ['has one key twice', 'title: a\ntitle: b', /broken front matter/],
    ['is a heap of aliases', `a: &a [x]\n${Array.from({ length: 40 }, () => 'b: [*a, *a, *a]').join('\n')}`, /broken/],
    [
      'doubles itself with aliases',
      'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: &e [*d, *d]\nf: [*e, *e]',
      /broken/,
    ],
    ['is nested without end', `title: ${'['.repeat(30_000)}`, /over 200 brackets/],
    ['is a list in a list without end', `title:\n${'- '.repeat(30_000)}`, /nested over 20 deep/],
    [
      'has keys in keys without end',
      Array.from({ length: 200 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
      /over 100 col/,
    ],
    ['has keys without end', 'a: b\n'.repeat(2001), /over 2,000 entries/],
    ['has keys without end on a line', `title: {${'a,'.repeat(2001)}}`, /over 2,000 entries/],
    ['is longer than any', `title: ${'a'.repeat(70_000)}`, /over 64 KiB/],
  ])('that %s is named as broken', async (_, yaml, reason) => {
    await expect(parse(`---\n${yaml}\n---\nThe river rose.`)).rejects.toMatchObject(bad('front-matter', reason))
  })

  test('that is not closed is reported as broken', async () => {
    await expect(parse('---\ntitle: A\n\nThe river rose.')).rejects.toMatchObject(bad('front-matter', /no closing/))
  })

  test.each([
    ['nothing follows it', '---'],
    ['text follows it', '---\nThe river rose.\n---\nIt fell.'],
    ['a remark follows it after a blank line', '---\n\nNote: the river rose.'],
    ['a sentence with a colon follows it', '---\nOn Monday: the river rose.\n---'],
    ['a heading follows it', '---\n# Flood\nThe river rose.\n---\nIt fell.'],
  ])('is not there when the first line is a rule and %s', (_, text) => {
    expect(splitFrontMatter(text)).toEqual({ yaml: null, bodyStart: 0 })
  })

  test('without text below is reported', async () => {
    await expect(parse('---\ntitle: A\n---\n \n')).rejects.toMatchObject(bad('no-text', /no text/))
  })

  test('keeps no invisible characters', () => {
    expect(parseFrontMatter('title: "a\\u202eb\\u0007c"').title).toBe('a b c')
  })

  test('is read or refused with a reason, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.boolean(), async (text, keyed) => {
        const file = `---\n${keyed ? 'title: ' : ''}${text}\n---\nThe river rose.`
        const read = await parse(file).catch((error: unknown) => error)
        expect(read).toSatisfy((value: unknown) => !(value instanceof Error) || value.name === 'BadFile')
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

describe('the title', () => {
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

describe('outlet and author', () => {
  test.each([
    ['PORTO, Portugal (ABC) — The river rose.', 'ABC', null],
    ['PORTO (Daily Example) - The river rose.', 'Daily Example', null],
    ['PORTO, May 3 (ABC) - The river rose.', 'ABC', null],
    ['PORTO — (ABC) — The river rose.', 'ABC', null],
    ['XYZ Staff Jo Doe\n\nThe river rose.', 'XYZ', 'Jo Doe'],
    ['By Jo Doe | Reporter\n\nThe river rose.', null, 'Jo Doe'],
    ['The port (ABC) was closed.', null, null],
    ['The river rose.', null, null],
  ])('of “%s”', async (text, outlet, author) => {
    expect(await parse(text)).toMatchObject({ outlet, author })
  })
})

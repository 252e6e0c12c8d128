import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadFile } from '../../../src/corpus/article/bad-file.ts'
import { parseFile } from '../../../src/corpus/parse-file.ts'
import { paragraphsOf, readPage } from '../../../testkit/articles/read-page.ts'

const mebibyte = 1024 * 1024
const fill = (part: string, length = mebibyte) => part.repeat(Math.floor(length / part.length))
const each = (count: number, part: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => part(at)).join('')
const sentence = 'The lamps in the harbour are lit, said Ann Berg, who runs the harbour. '

async function refusal(html: string): Promise<string> {
  const error: unknown = await readPage(html).catch((reason: unknown) => reason)
  if (!(error instanceof BadFile)) throw new Error('The page is read.', { cause: error })
  expect(error.code).toBe('too-large')
  return error.reason
}

describe('a page is refused for what the parser builds from it', () => {
  test.each([
    ['elements inside each other', fill('<div>')],
    ['closing tags of other elements between them', '<div></zz>'.repeat(5_000)],
    ['cells without a table do not count as one another', '<table><tr><td>'.repeat(100)],
    ['emphasis that paragraphs open again', `${each(210, (at) => `<b id=${at}>`)}<p>x`],
    ['templates', fill('<template>')],
    ['drawings', fill('<svg><g>', 8_200)],
  ])('over 200 deep: %s', async (_, body) => {
    expect(await refusal(`<html><body>${body}`)).toBe(
      'is a web page nested over 200 levels deep; save its text instead',
    )
  })

  test.each([
    ['paragraphs that end each other', fill('<p>Lamps, said Ann. ')],
    ['closing tags that make elements', fill('</p>')],
    ['emphasis that each paragraph opens again', `<p>${each(150, (at) => `<b id=${at}>`)}${'<p>x'.repeat(5_000)}`],
    ['elements that are not displayed', '<i hidden></i>'.repeat(20_001)],
  ])('over 20,000 elements: %s', async (_, body) => {
    expect(await refusal(`<html><body>${body}`)).toBe('is a web page of over 20,000 elements; save its text instead')
  })

  test.each([
    ['one text in many elements', '<div>'.repeat(190) + fill(sentence.replaceAll(',', ''))],
    ['many links in many elements', `<div>${'<a href=x>a b</a>'.repeat(100)}`.repeat(190)],
    ['many tables in many elements', `<div>${'<table><tr><td>x</table>'.repeat(25)}`.repeat(190)],
  ])('too much work to find its story: %s', async (_, body) => {
    expect(await refusal(`<html><body>${body}`)).toBe(
      'is a web page too complex to find its main content; save its text instead',
    )
  })
})

describe('a page within the limits is read, however odd', () => {
  test.each([
    ['signs that open tags', fill('<')],
    ['signs that open entities', fill('&')],
    ['entities', fill('&quot;')],
    ['white space', `a${fill(' ')}b`],
  ])('a mebibyte of %s is one text', async (_, body) => {
    const error: unknown = await readPage(`<html><body><p>${body}</p>`).catch((reason: unknown) => reason)
    // Its one paragraph is too long, unless it is white space: the page itself is read.
    if (error instanceof BadFile) expect(error.reason).toMatch(/^has a paragraph of over 50,000 characters/)
    else expect(error).toMatchObject({ paragraphs: [{ text: 'a b' }] })
  })

  test('paths that are closed, self-closed and shared', async () => {
    const paths = '<path d="M0 0h9"></path><symbol><path d="M0 0h9"/></symbol>'.repeat(300)
    const script = `<script>const parts = [${'"<div><span>",'.repeat(300)}]</script>`
    expect(await paragraphsOf(`<html><body><svg>${paths}</svg>${script}<p>${sentence}</p>`)).toEqual([sentence.trim()])
  })

  test('paths and groups that are never closed, and thousands of elements in drawings', async () => {
    const sprite = `<svg>${'<g><path d="M0 0">'.repeat(300)}</svg>`
    const icons = `<svg>${'<path d="M0 0"/>'.repeat(30_000)}</svg>`
    expect(await paragraphsOf(`<html><body>${sprite}${icons}<p>${sentence}</p>`)).toEqual([sentence.trim()])
  })

  test('megabytes of scripts and pictures', async () => {
    const script = `<script>${'x = "<p>"; '.repeat(200_000)}</script>`
    const picture = `<img src="data:image/png;base64,${'A'.repeat(2_000_000)}">`
    const page = Buffer.from(`<html><body>${script}${picture}<p>${sentence}</p>`)
    expect((await parseFile('page.html', page)).paragraphs.map(({ text }) => text)).toEqual([sentence.trim()])
    await expect(parseFile('page.txt', page)).rejects.toMatchObject({ code: 'too-large' })
  })

  test('tags whose elements end each other', async () => {
    const items = each(5_000, (at) => `<li>Lamp ${at} is lit.`)
    expect(await paragraphsOf(`<html><body><ul>${items}`)).toHaveLength(5_000)
    expect(await paragraphsOf(`<html><body>${'<p><td>'.repeat(5_000)}${sentence}`)).toEqual([sentence.trim()])
  })

  test('attributes, titles and structured data of any length', async () => {
    const attributes = each(50_000, (at) => `a${at} `)
    const long = fill('abc ', 200_000)
    const data = JSON.stringify({ '@context': 'https://schema.org', '@type': 'Article', name: long, headline: long })
    const page = `<html><head><title>${long}</title><meta property="${fill(' ', 200_000)}" content="x">
<script type="application/ld+json">${data}</script></head><body ${attributes}><img srcset="${fill('a', 200_000)} b">
${`<h2>${sentence}</h2>`.repeat(1_000)}<p class="${long}" style="${fill(';', 200_000)}">${sentence}</p></body></html>`
    expect((await paragraphsOf(page)).at(-1)).toBe(sentence.trim())
  })

  test('any page is read or refused with a reason', async () => {
    const names =
      'html head body title p div table tr td th li ul a b i svg math form select option h1 pre br template math'
    const soup = fc.array(
      fc.oneof(
        fc
          .tuple(fc.constantFrom('<', '</'), fc.constantFrom(...names.split(' ')))
          .map(([sign, name]) => `${sign}${name}>`),
        fc.constantFrom(
          '<a href="javascript:x">',
          '<img>',
          '<!--',
          '-->',
          '<![CDATA[',
          '<p class="comment" hidden>',
          '&',
          '<',
          '\0',
        ),
        fc.constantFrom('Lamps are lit, said Ann. ', ' ', '\r\n', '\ud800', 'x'),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      { maxLength: 60 },
    )
    await fc.assert(
      fc.asyncProperty(soup, fc.nat({ max: 20 }), async (parts, times) => {
        const error: unknown = await readPage(parts.join('').repeat(times)).then(
          () => null,
          (reason: unknown) => reason,
        )
        if (error !== null && !(error instanceof BadFile)) throw error
      }),
      { numRuns: 200 },
    )
  })
})

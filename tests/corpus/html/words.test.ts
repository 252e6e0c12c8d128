import { Readability } from '@mozilla/readability'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readableDocument } from '../../../src/corpus/formats/html/readable/readable-document.ts'
import type { PageElement } from '../../../src/corpus/formats/html/readable/readable-dom.ts'
import { parsePage } from '../../../src/corpus/formats/html/tree/page-tree.ts'
import { readPage, storyPage } from '../../../testkit/articles/read-page.ts'

type Part =
  | { readonly is: 'text'; readonly separators: readonly string[] }
  | { readonly is: 'break'; readonly html: string }
  | { readonly is: 'inline' | 'block' | 'hidden'; readonly name: string; readonly parts: readonly Part[] }
  | { readonly is: 'table'; readonly cells: readonly (readonly Part[])[] }

const blocks =
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer h2 h3 header li main ol p pre section summary ul'
const inlines = 'a abbr b bdi cite code del em font i ins mark q s small span strong sub sup tt u x-note'
const hidden = [
  'span hidden',
  'div hidden',
  'p aria-hidden="true"',
  'b style="color: red; display:none"',
  'svg',
  'template',
  'video',
]
/** What ends a word in a text, or does not: sources have white space, entities and comments of many kinds. */
const separators = [
  ' ',
  '\n',
  '\r\n',
  '\t ',
  '&nbsp;',
  '&#32;',
  ', ',
  '',
  '<!-- no word -->',
  '<wbr>',
  '&shy;',
  '&amp;',
]

const text = fc.record({
  is: fc.constant('text' as const),
  separators: fc.array(fc.constantFrom(...separators), { maxLength: 5 }),
})
const { parts } = fc.letrec<{ part: Part; parts: Part[] }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.record({ is: fc.constant('break' as const), html: fc.constantFrom('<br>', '<br/>', '<br> <br>', '<hr>') }),
    fc.record({ is: fc.constant('block' as const), name: fc.constantFrom(...blocks.split(' ')), parts: tie('parts') }),
    fc.record({
      is: fc.constant('inline' as const),
      name: fc.constantFrom(...inlines.split(' ')),
      parts: tie('parts'),
    }),
    fc.record({
      is: fc.constant('hidden' as const),
      name: fc.constantFrom(...hidden),
      parts: fc.array(text, { maxLength: 2 }),
    }),
    fc.record({ is: fc.constant('table' as const), cells: fc.array(tie('parts'), { minLength: 1, maxLength: 3 }) }),
  ),
  parts: fc.array(tie('part'), { maxLength: 4 }),
}))

/** The markup of parts, and the words that a reader of it sees: named pieces, and what is between them. */
function render(all: readonly Part[]): { readonly html: string; readonly seen: readonly string[] } {
  const seen: string[] = []
  let html = ''
  let count = 0
  /** Whether a `p` is open that the next block ends, a hidden one too: a parser closes it. */
  let isInP = false
  /** Items are in lists, and no heading is in a heading: a parser would end the one that is open. */
  const tagsOf = (name: string, isInHeading: boolean): readonly string[] => {
    if (/^h\d$/.test(name)) return [isInHeading ? 'div' : name]
    return name === 'li' ? ['ul', 'li'] : /^d[dt]$/.test(name) ? ['dl', name] : [name]
  }
  const write = (list: readonly Part[], isHidden: boolean, isInHeading: boolean) => {
    const see = (text: string) => {
      if (!isHidden) seen.push(text)
    }
    for (const part of list) {
      if (part.is === 'text') {
        for (const separator of part.separators) {
          count += 1
          const piece = `${isHidden ? 'hidden' : 'seen'}${count}x`
          html += piece + separator
          see(piece)
          see(/^(?:<.*>|&shy;|)$/.test(separator) ? '' : separator === '&amp;' ? '&' : separator.replace(/&.*;/, ' '))
        }
      } else if (part.is === 'break') {
        html += part.html
        see(' ')
        if (part.html === '<hr>') isInP = false
      } else if (part.is === 'table') {
        see(' ')
        html += '<table>'
        for (const [at, cell] of part.cells.entries()) {
          isInP = false
          html += at % 2 === 0 ? '<tr><th>' : '<td>'
          write(cell, isHidden, isInHeading)
          see(' ')
          if (at % 2 === 0) html += '</th>'
        }
        html += '</table>'
        isInP = false
      } else {
        const isBlock = part.is === 'block'
        const endsP = isBlock || /^(?:div|p) /.test(part.name)
        if (isBlock || (endsP && isInP)) see(' ')
        const tags = tagsOf(part.name, isInHeading)
        html += tags.map((tag) => `<${tag}>`).join('')
        if (endsP) isInP = part.name === 'p'
        write(part.parts, isHidden || part.is === 'hidden', isInHeading || /^h\d$/.test(part.name))
        html += tags
          .map((tag) => `</${tag.split(' ')[0]}>`)
          .toReversed()
          .join('')
        if (isBlock) see(' ')
        if (endsP) isInP = false
      }
    }
  }
  write(all, false, false)
  return { html, seen }
}

/** The text that Readability keeps of a page. */
function readabilityText(html: string): string {
  const document = readableDocument(parsePage(html), new Set(), new Set(), () => {})
  return new Readability<PageElement>(document, { serializer: (node: PageElement) => node }).parse()?.textContent ?? ''
}

const pieces = /seen\d+x/g
const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word.search(pieces) >= 0)

test('the paragraphs have the words that Readability keeps, in order, with blocks and breaks between them', async () => {
  await fc.assert(
    fc.asyncProperty(parts, async (all) => {
      const { html, seen } = render(all)
      const page = storyPage(`<article>STORY<div>${html}</div></article>`)
      const kept = new Set(readabilityText(page).match(pieces))
      const expected = seen.filter((text) => text.search(pieces) < 0 || kept.has(text)).join('')
      const { paragraphs } = await readPage(page)
      expect(wordsOf(paragraphs.map(({ text }) => text).join('\n'))).toEqual(wordsOf(expected))
    }),
    { numRuns: 400 },
  )
})

test('no hidden text is in a paragraph, and the offsets of a paragraph are right', async () => {
  let places = 0
  await fc.assert(
    fc.asyncProperty(parts, fc.constantFrom('', '---\ntitle: A page\n---\n'), async (all, frontMatter) => {
      const page = frontMatter + storyPage(`<article>STORY<div>${render(all).html}</div></article>`)
      const { paragraphs } = await readPage(page)
      for (const { text, fileStart, fileEnd } of paragraphs) {
        expect(text).not.toMatch(/hidden\d/)
        if (fileStart === null || fileEnd === null) continue
        places += 1
        expect(page.slice(fileStart, fileEnd)).toBe(text)
      }
      expect(paragraphs.filter(({ text, fileStart }) => text.startsWith('The boats') && fileStart === null)).toEqual([])
    }),
    { numRuns: 200 },
  )
  expect(places).toBeGreaterThan(0)
})

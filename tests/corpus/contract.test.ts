import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/corpus/article/article.ts'
import { BadFile } from '../../src/corpus/article/bad-file.ts'
import { parseArticle } from '../../src/corpus/parse-article.ts'
import { cpuSeconds } from '../../testkit/cpu-seconds.ts'
import { anyText } from '../../testkit/text/any-text.ts'

// What every format must keep. Each format writes the same document in its own way.

/** A block of a document. A string is what a reader sees as one text: words that occur nowhere else. */
type Block =
  | { readonly is: 'heading' | 'paragraph' | 'quote'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly string[] }
  | { readonly is: 'table'; readonly rows: readonly (readonly string[])[] }

interface Format {
  readonly file: string
  readonly write: (blocks: readonly Block[]) => string
  /** Parts that hostile files repeat, with what closes them. */
  readonly nests: readonly (readonly [open: string, close: string])[]
}

const textBlock = (block: Block): string => {
  if (block.is === 'list') return block.items.map((item) => `- ${item}`).join('\n')
  if (block.is === 'table') return block.rows.map((row) => row.join('\t')).join('\n')
  return block.is === 'quote' ? `> ${block.text}` : block.text
}

const markdownBlock = (block: Block): string => {
  if (block.is === 'table') {
    const [header = [], ...rows] = block.rows.map((row) => `| ${row.join(' | ')} |`)
    return [header, '|---|---|', ...rows].join('\n')
  }
  return block.is === 'heading' ? `## ${block.text}` : textBlock(block)
}

const htmlBlock = (block: Block): string => {
  if (block.is === 'list') return `<ul>${block.items.map((item) => `<li>${item}</li>`).join('')}</ul>`
  if (block.is === 'table') {
    const row = (cells: readonly string[], tag: string) =>
      `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
    return `<table>${block.rows.map((cells, at) => row(cells, at === 0 ? 'th' : 'td')).join('\n')}</table>`
  }
  if (block.is === 'quote') return `<blockquote><p>${block.text}</p></blockquote>`
  return block.is === 'heading' ? `<h2>${block.text}</h2>` : `<p>${block.text}</p>`
}

/** Long enough that the story of a page is beyond doubt. */
const frame =
  'The boats of the northern line lie in the mud from November on, and only one of them sails in winter. '.repeat(8)

const formats: readonly Format[] = [
  {
    file: 'any.txt',
    write: (blocks) => [frame, ...blocks.map(textBlock), frame].join('\n\n'),
    nests: [
      ['> ', ''],
      ['- ', ''],
      ['(', ')'],
      ['"', '"'],
    ],
  },
  {
    file: 'any.md',
    write: (blocks) => [frame, ...blocks.map(markdownBlock), frame].join('\n\n'),
    nests: [
      ['> ', ''],
      ['- ', ''],
      ['[', '](a)'],
      ['**', '**'],
      ['<div>', '</div>'],
      ['{{', '}}'],
    ],
  },
  {
    file: 'any.html',
    write: (blocks) =>
      `<html><head><title>Boats</title></head><body><article><p>${frame}</p>${blocks.map(htmlBlock).join('\n')}<p>${frame}</p></article></body></html>`,
    nests: [
      ['<div>', '</div>'],
      ['<b>', '</b>'],
      ['<table><tr><td>', '</td></tr></table>'],
      ['<blockquote>', '</blockquote>'],
      ['<svg>', '</svg>'],
    ],
  },
]

const kinds = new Set(['body', 'heading', 'caption', 'byline', 'boilerplate'])

function expectSound({ paragraphs }: Article, file: string): void {
  let end = 0
  for (const [at, { number, kind, text, introducedBy, fileStart, fileEnd }] of paragraphs.entries()) {
    expect(number).toBe(at + 1)
    expect(kinds).toContain(kind)
    expect(text).toBe(text.trim())
    expect(text).not.toBe('')
    expect(introducedBy ?? 0).toBeLessThan(number)
    expect(fileStart === null).toBe(fileEnd === null)
    if (fileStart === null || fileEnd === null) continue
    expect(fileStart).toBeGreaterThanOrEqual(end)
    expect(file.slice(fileStart, fileEnd)).toBe(text)
    end = fileEnd
  }
}

const count = fc.integer({ min: 1, max: 12 })
const shape = fc.oneof(
  fc.record({ is: fc.constantFrom('heading' as const, 'paragraph' as const, 'quote' as const), words: count }),
  fc.record({ is: fc.constant('list' as const), items: fc.array(count, { minLength: 1, maxLength: 4 }) }),
  fc.record({ is: fc.constant('table' as const), rows: fc.integer({ min: 2, max: 4 }) }),
)
type Shape = typeof shape extends fc.Arbitrary<infer Value> ? Value : never

/** The blocks of a document, with words that are numbered in reading order. */
function blocksOf(shapes: readonly Shape[]): { readonly blocks: readonly Block[]; readonly words: readonly string[] } {
  const words: string[] = []
  const say = (length: number) => {
    const own = Array.from({ length }, (_, at) => `w${words.length + at + 1}w`)
    words.push(...own)
    return own.join(' ')
  }
  const blocks = shapes.map((one): Block => {
    if (one.is === 'list') return { is: 'list', items: one.items.map((length) => `${say(length)}.`) }
    if (one.is === 'table') return { is: 'table', rows: Array.from({ length: one.rows }, () => [say(1), say(1)]) }
    return { is: one.is, text: one.is === 'heading' ? say(one.words) : `${say(one.words)}.` }
  })
  return { blocks, words }
}

describe.each(formats)('a file like $file', ({ file, write, nests }) => {
  test('has every visible word in exactly one paragraph, in reading order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(shape, { minLength: 1, maxLength: 8 }), async (shapes) => {
        const { blocks, words } = blocksOf(shapes)
        const text = write(blocks)
        const article = await parseArticle(file, text, '')
        expectSound(article, text)
        expect(article.paragraphs.flatMap((one) => one.text.match(/w\d+w/g) ?? [])).toEqual(words)
        for (const block of blocks) {
          const parts = block.is === 'list' ? block.items : block.is === 'table' ? [] : [block.text]
          for (const part of parts) {
            expect(article.paragraphs.filter((one) => one.text.includes(part))).toHaveLength(1)
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  test('is read the same each time', async () => {
    const { blocks } = blocksOf([
      { is: 'paragraph', words: 5 },
      { is: 'table', rows: 3 },
    ])
    const text = write(blocks)
    expect(await parseArticle(file, text, '')).toEqual(await parseArticle(file, text, ''))
  })

  test('is read or refused with a reason, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const whole = write([{ is: 'paragraph', text }])
        try {
          expectSound(await parseArticle(file, whole, ''), whole)
        } catch (error) {
          if (!(error instanceof BadFile)) throw error
          expect(error.reason).toMatch(/^(?:is|has) /)
        }
      }),
      { numRuns: 200 },
    )
  })

  test.each(nests)('repeats %j without storing more than it holds, or is refused', async (open, close) => {
    for (const repeats of [50, 300, 30_000]) {
      for (const text of [open.repeat(repeats), `${open.repeat(repeats)}x${close.repeat(repeats)}`]) {
        const whole = write([{ is: 'paragraph', text }])
        let stored = 0
        // Many times what any of these takes, and a small part of what it took if it grew with the square of the size.
        const seconds = await cpuSeconds(async () => {
          try {
            const { paragraphs } = await parseArticle(file, whole, '')
            stored = paragraphs.reduce((sum, one) => sum + one.text.length, 0)
          } catch (error) {
            if (!(error instanceof BadFile)) throw error
          }
        })
        expect(stored).toBeLessThanOrEqual(whole.length)
        expect(seconds).toBeLessThan(20)
      }
    }
  })
})

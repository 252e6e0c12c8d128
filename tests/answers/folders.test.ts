import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Item } from '../../src/answers/answer/item.ts'
import { ask } from '../../src/answers/ask/ask.ts'
import { generationOf } from '../../testkit/articles/articles.ts'

const folders = fileURLToPath(new URL('../fixtures/folders', import.meta.url))
const questions = (await readFile(join(folders, 'questions.tsv'), 'utf8'))
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))

/** Marks of formats that no reader should see. */
const machinery = /\]\(|\[\[|\{\{|\{%|<\/?\w+[ >]|```|:::|\|\s*-{3}|^\s*[#>|]|&\w+;/m

/** A snippet and its context, on one line. */
function shownIn(item: Item): string {
  if (item.kind === 'metadata') return item.value
  const { text, context } = item.snippet
  return [text, ...context.map((one) => one.text)].join(' ').replace(/\s+/g, ' ')
}

describe.each([
  ['blog', 7, ['draft'], 22],
  ['vault', 6, [], 19],
] as const)('a folder like those that people keep: %s', async (name, count, skipped, minRight) => {
  const generation = await generationOf(join(folders, name))

  test('has no file with text skipped, and every article has a title of its own', () => {
    expect(generation.skipped.map(({ code }) => code)).toEqual(skipped)
    expect(generation.articles).toHaveLength(count - skipped.length)
    expect(generation.articles.filter(({ titleIsOwn }) => !titleIsOwn)).toEqual([])
  })

  test('shows no machinery of a format', () => {
    const shown = generation.articles.flatMap(({ paragraphs }) =>
      paragraphs.filter(({ kind, form }) => kind !== 'boilerplate' && form !== 'code').map(({ text }) => text),
    )
    expect(shown.filter((text) => machinery.test(text))).toEqual([])
  })

  test('answers most questions with the right sentence first, and refuses nearly all that it cannot answer', async () => {
    let right = 0
    let wrong = 0
    let answered = 0
    for (const [, question = '', wanted = ''] of questions.filter(([folder]) => folder === name)) {
      const answer = await ask(generation, question)
      const first = answer.status === 'answered' ? answer.items[0] : undefined
      if (wanted === '' && first !== undefined) answered += 1
      if (wanted === '' || first === undefined) continue
      if (shownIn(first).includes(wanted)) right += 1
      else wrong += 1
    }
    expect(right).toBeGreaterThanOrEqual(minRight)
    expect(wrong).toBeLessThanOrEqual(2)
    expect(answered).toBeLessThanOrEqual(1)
  })
})

test('the metadata of a blog is read from all its forms', async () => {
  const { articles } = await generationOf(join(folders, 'blog'))
  expect(articles.map(({ file, title, date, authors }) => [file, title, date, ...authors])).toEqual([
    ['2023/11/04/flood.md', 'Flood in the cellar', '2023-11-04', 'Jon Abel'],
    ['about.html', 'About the club', '2022-05-20', 'Ida Holm'],
    ['posts/2024-02-10-new-kiln.md', 'The new kiln: a first report', '2024-02-10', 'Mara Quist'],
    ['posts/glazes.md', 'Three glazes that work', '2024-03-02', 'Mara Quist', 'Jon Abel'],
    ['posts/json-notes.md', 'Notes on clay', '2024-03-09', 'Ida Holm'],
    ['posts/opening.md', 'Workshop hours', '2024-02-14'],
  ])
})

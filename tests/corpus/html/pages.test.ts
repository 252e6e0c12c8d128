import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPage } from '../../../testkit/articles/read-page.ts'

// Pages in the shapes of common publishing systems. Beside each are its story's blocks of text, as a reader sees them, one a line.
const folder = join(import.meta.dirname, 'pages')
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace('.html', ''))

describe('every text of the story is a paragraph, once and in order, and nothing else is an answer', () => {
  test.each(names)('%s', async (name) => {
    const { paragraphs } = await readPage(readFileSync(join(folder, `${name}.html`), 'utf8'))
    const story = readFileSync(join(folder, `${name}.txt`), 'utf8')
      .trim()
      .split('\n')
    const inStory = new Set(story)
    expect(paragraphs.map(({ text }) => text).filter((text) => inStory.has(text))).toEqual(story)
    const others = paragraphs.filter(({ text }) => !inStory.has(text))
    expect(others.filter(({ kind }) => kind === 'body' || kind === 'caption')).toEqual([])
  })
})

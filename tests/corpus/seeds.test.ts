import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { ParagraphKind } from '../../src/corpus/article/article.ts'
import { readCorpus } from '../../src/corpus/folder/read-folder.ts'

const folder = fileURLToPath(new URL('../../seeds', import.meta.url))
const { articles, skipped } = await readCorpus(folder)

/** The numbers of an article's paragraphs of a kind. */
const numbered = (at: number, kind: ParagraphKind) =>
  articles[at]?.paragraphs.filter((paragraph) => paragraph.kind === kind).map(({ number }) => number)

describe('the five articles that come with the program', () => {
  test('are read completely, with their dates and outlets', () => {
    expect(skipped).toEqual([])
    expect(articles.map(({ paragraphs }) => paragraphs.length)).toEqual([19, 11, 16, 21, 8])
    expect(articles.map(({ date }) => date)).toEqual([...Array.from({ length: 4 }, () => '2025-09-04'), null])
    expect(articles.map(({ outlet }) => outlet)).toEqual([null, 'AP', null, 'OAN', null])
  })

  test('have paragraphs at the offsets they state', async () => {
    for (const { file, paragraphs } of articles) {
      const text = await readFile(join(folder, file), 'utf8')
      for (const paragraph of paragraphs) {
        expect(text.slice(paragraph.fileStart ?? -1, paragraph.fileEnd ?? -1)).toBe(paragraph.text)
      }
    }
  })

  test('are split into article and boilerplate', () => {
    expect([0, 1, 2, 3, 4].map((at) => numbered(at, 'heading'))).toEqual([[9], [], [2, 6, 9, 11, 15], [], []])
    expect([0, 1, 2, 3, 4].map((at) => numbered(at, 'boilerplate'))).toEqual([
      [18, 19],
      [],
      [],
      [7, 18, 19, 20, 21],
      [],
    ])
    expect([numbered(3, 'caption'), numbered(3, 'byline')]).toEqual([[1], [2, 3]])
  })
})

import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../src/corpus/parse-article.ts'

const introduced = async (text: string, file = 'talk.md') =>
  (await parseArticle(file, text, '')).paragraphs.map(({ introducedBy }) => introducedBy ?? 0)

describe('an answer in an interview names its question', () => {
  test.each([
    ['names', 'Jo Doe: Who paid?\n\nAna Lima: I did.\n\nJo Doe: Why?\n\nAna Lima: It was May.'],
    ['Q and A', 'Q: Who paid?\n\nA: I did.\n\nQ: Why?\n\nA: It was May.'],
    ['names in bold', '**Jo Doe:** Who paid?\n\n**Ana Lima:** I did.\n\n**JD: Why?**\n\n**AL:** It was May.'],
    [
      'times',
      '[0:01] JO DOE: Who paid?\n\n[0:02] ANA LIMA: I did.\n\n[0:03] JO DOE: Why?\n\n[0:04] ANA LIMA: It was May.',
    ],
  ])('with %s', async (_, text) => {
    expect(await introduced(text)).toEqual([0, 1, 0, 3])
    if (!text.includes('**')) expect(await introduced(text, 'talk.txt')).toEqual([0, 1, 0, 3])
  })

  test('with bold questions', async () => {
    expect(await introduced('**Who paid?**\n\nI did.\n\nIn May.\n\n**Why?**\n\nIt rained.')).toEqual([0, 1, 0, 0, 4])
  })
})

test.each([
  'Who paid? Nobody knows.\n\nIt was May.\n\nWhy?\n\nIt rained.',
  'Jo Doe: Who paid?\n\nAna Lima: I did.\n\nIt was May.',
  'Jo Doe: Who paid?\n\nJo Doe: I did.\n\nJo Doe: Why?\n\nJo Doe: It rained.',
  'Jo Doe: Who paid?\n\nAna Lima: Who asks?\n\nJo Doe: Why?\n\nAna Lima: Who knows?',
])('questions that nobody answers introduce nothing: %j', async (text) => {
  expect((await introduced(text)).filter((by) => by > 0)).toEqual([])
})

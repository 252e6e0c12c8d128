import { describe, expect, test } from 'vitest'
import type { MetadataItem } from '../../src/answers/answer/item.ts'
import { VerificationError, verify } from '../../src/answers/answer/verify.ts'
import { findArticle } from '../../src/answers/articles/list-articles.ts'
import { ask } from '../../src/answers/ask/ask.ts'
import { generationFrom } from '../../testkit/articles/articles.ts'

const generation = await generationFrom({
  'notes/2024-03-25-ferry-strike.md': `---
title: Ferry strike in Skarvik enters its second week
author: Ana Lima
outlet: Skarvik Post
url: https://post.example/ferry
---

The crews of the ferries in Skarvik stay at home for a second week.

“We want a night off,” said the captain, Ole Berg.`,
  'bell.txt': `The bell of Ostrand
By Ivo Moe

The old bell of Ostrand rings again after a repair of two years.

A letter to the mayor asked for the repair. The teacher Kari Vik wrote the letter to the mayor in 2019.`,
  'lanterns.md': `---
title: Winter Lanterns
author: Dag Holm
date: 2023-12-01
---

The novel Winter Lanterns was written by Pia Sand. It was published by Northern Press in 1987.

Readers in Tvedal still know it by heart.`,
  'plain.txt': 'The market hall in Tvedal has a new roof of copper, and a clock.\n\nThe clock was made in Lund.',
})

/** What is answered: the metadata items as "field: value, title", or the text, or the reason. */
async function answerTo(question: string, file?: string): Promise<unknown> {
  const answer = await ask(generation, question, file === undefined ? undefined : findArticle(generation, file))
  if (answer.status === 'about') return 'about'
  if (answer.status === 'nothing-found') return answer.reason
  return answer.items.map((item) =>
    item.kind === 'metadata'
      ? `${item.field}: ${item.value} (${item.readFrom}, ${item.article.file})`
      : item.snippet.text,
  )
}

const ferry = 'notes/2024-03-25-ferry-strike.md'
const author = `author: Ana Lima (front matter, ${ferry})`
const date = `date: 2024-03-25 (file name, ${ferry})`
const outlet = `outlet: Skarvik Post (front matter, ${ferry})`
const url = `url: https://post.example/ferry (front matter, ${ferry})`

describe('a question about an article', () => {
  test.each([
    ['Who wrote the article about the ferry strike?', author],
    ['who is the author of “Ferry strike in Skarvik enters its second week”', author],
    ['hey do you know who wrote the ferry strike article?', author],
    ['By whom was the story on the ferry strike written?', author],
    ['Who wrote 2024-03-25-ferry-strike.md?', author],
    ['Which journalist wrote the post titled "Ferry strike in Skarvik"?', author],
    ['When was the article about the ferry strike published?', date],
    ['what is the publication date of the ferry strike article', date],
    ['What is the date of the article about the ferry strike?', date],
    ['Where was the article about the ferry strike published?', outlet],
    ['Which newspaper published the piece about the ferry strike?', outlet],
    ['who published the ferry strike article', outlet],
    ['what paper is the ferry strike article from?', outlet],
    ['What is the link to the article about the ferry strike?', url],
    ['give me the url of the ferry strike article please', url],
    ['who wrote The bell of Ostrand', 'author: Ivo Moe (byline, bell.txt)'],
  ])('%s', async (question, item) => {
    expect(await answerTo(question)).toEqual([item])
  })

  test('finds a title by its part before a colon, and calls it by its whole title', async () => {
    const one = await generationFrom({
      'a.md': '---\ntitle: "Copper roofs: what the town paid and why"\nauthor: Ana Lima\n---\n\nIt paid a lot.',
      'b.md': 'The roof of the town hall is new.',
    })
    expect(await ask(one, 'Who wrote Copper roofs?')).toMatchObject({
      items: [{ value: 'Ana Lima', article: { title: 'Copper roofs: what the town paid and why' } }],
    })
  })

  test('finds the article by what its first paragraphs are about, too', async () => {
    expect(await answerTo('Who wrote the article about the crews who stay at home?')).toEqual([author])
  })

  test('is about every article that it fits', async () => {
    const two = await generationFrom({
      'a.md': '---\ntitle: A harbour for Elmport\nauthor: Ana Lima\n---\n\nIt opens soon.',
      'b.md': '---\ntitle: The harbour opens\nauthor: Ivo Moe\n---\n\nIt opened.',
    })
    expect(await ask(two, 'Who wrote the articles about the harbour?')).toMatchObject({
      total: 2,
      items: [{ value: 'Ana Lima' }, { value: 'Ivo Moe' }],
    })
  })

  test('names no article if one article is searched', async () => {
    expect(await answerTo('who wrote this?', ferry)).toEqual([author])
    expect(await answerTo('When was the article published?', ferry)).toEqual([date])
    expect(await answerTo('who wrote the bell of Ostrand', ferry)).not.toContainEqual(
      expect.stringContaining('author:'),
    )
  })

  test('needs an article if several are searched', async () => {
    expect(JSON.stringify(await answerTo('who wrote this?'))).not.toContain('author: ')
    expect(JSON.stringify(await answerTo('Who wrote the article?'))).not.toContain('author: ')
  })

  test('is answered with what is not known', async () => {
    expect(await answerTo('What is the link to the bell of Ostrand?')).toEqual({
      code: 'metadata-absent',
      field: 'url',
      title: 'The bell of Ostrand',
    })
  })
})

describe('a question about what an article tells of', () => {
  test('is answered with the text: a letter', async () => {
    expect(await answerTo('Who wrote the letter to the mayor?')).toMatchObject({
      0: 'The teacher Kari Vik wrote the letter to the mayor in 2019.',
    })
  })

  test('is answered with the text if it says so, even if an article is called like a book', async () => {
    expect(await answerTo('Who wrote Winter Lanterns?')).toMatchObject({
      0: 'The novel Winter Lanterns was written by Pia Sand.',
    })
    expect(await answerTo('Who wrote the article “Winter Lanterns”?')).toEqual([
      'author: Dag Holm (front matter, lanterns.md)',
    ])
  })
})

describe('a metadata item', () => {
  test('has the value that its article has', async () => {
    const answer = await ask(generation, 'Who wrote the article about the ferry strike?')
    const [item] = answer.status === 'answered' ? answer.items : []
    if (item?.kind !== 'metadata' || answer.status !== 'answered') throw new Error(answer.status)
    const check = (changed: Partial<MetadataItem>) => () =>
      verify(generation, { ...answer, items: [{ ...item, ...changed }] })
    expect(check({})).not.toThrow()
    expect(check({ value: 'Somebody else' })).toThrow(VerificationError)
    expect(check({ readFrom: 'byline' })).toThrow(VerificationError)
    expect(check({ article: { ...item.article, file: 'bell.txt' } })).toThrow(VerificationError)
  })
})

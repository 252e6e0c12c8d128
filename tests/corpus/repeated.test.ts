import { expect, test } from 'vitest'
import type { Article } from '../../src/corpus/article/article.ts'
import { withoutRepeated } from '../../src/corpus/boilerplate/repeated-paragraphs.ts'
import { parseArticle } from '../../src/corpus/parse-article.ts'

const footer = 'Write to the harbour office if you want to read more letters like this one.'
const letters = (count: number, footed: number) =>
  Promise.all(
    Array.from({ length: count }, (_, at) =>
      parseArticle(`${at}.md`, `Letter number ${at} is about the mill.${at < footed ? `\n\n${footer}` : ''}`, ''),
    ),
  )
const kinds = (articles: readonly Article[]) => articles.map(({ paragraphs }) => paragraphs.map(({ kind }) => kind))

test('a paragraph that many articles have word for word is boilerplate, and the others stay as they are', async () => {
  const articles = await letters(20, 12)
  const marked = withoutRepeated(articles)
  expect(kinds(marked)).toEqual(articles.map((_, at) => (at < 12 ? ['body', 'boilerplate'] : ['body'])))
  expect(marked.filter((article, at) => article === articles[at])).toHaveLength(8)
})

test.each([
  ['few articles have', 20, 9],
  ['a small share of the articles has', 60, 12],
])('a paragraph that %s word for word is not', async (_, count, footed) => {
  const articles = await letters(count, footed)
  expect(withoutRepeated(articles)).toEqual(articles)
})

test('it is body text again when most of the other articles are gone, as if they had never been there', async () => {
  const marked = withoutRepeated(await letters(20, 12))
  expect(withoutRepeated(marked)).toEqual(marked)
  expect(withoutRepeated(marked.slice(0, 9))).toEqual(await letters(9, 9))
})

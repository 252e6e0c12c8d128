import { expect, test } from 'vitest'
import type { Article } from '../../../src/corpus/article/article.ts'
import { readArticle } from '../../../src/library/generation/article-reading.ts'
import { storyPairs } from '../../../src/reading/facts/stories/story-pairs.ts'
import { bareArticle, paragraphsOf } from '../../../testkit/articles/article-of.ts'

function dated(id: string, date: string | null, sentences: readonly string[]): Article {
  return { ...bareArticle(id, paragraphsOf(sentences), { title: '' }), date }
}

const fire = ['A fire broke out on the ferry Alda Norre off Skarvik.', 'The ferry Alda Norre was towed to Skarvik.']
const sameFire = [
  'Passengers of the Alda Norre were taken to Skarvik.',
  'Smoke rose from the ferry off Skarvik for hours.',
]
const other = ['The Bank of Estmark cut its key rate.', 'The crown of Estmark fell against the euro.']

/** The pairs of articles that may cover one event, by their ids. */
function pairsOf(articles: readonly Article[]): string[] {
  const claims = articles.map((article) => readArticle(article).reports)
  return storyPairs(articles, claims).map(({ a, b }) => `${articles[a]?.id} ${articles[b]?.id}`)
}

test('articles of one week that share rare words may cover one event, others not', () => {
  const articles = [dated('a', '2026-03-02', fire), dated('b', '2026-03-03', sameFire), dated('c', '2026-03-03', other)]
  expect(pairsOf(articles)).toEqual(['a b'])
})

test('articles of different months do not cover one event', () => {
  expect(pairsOf([dated('a', '2026-03-02', fire), dated('b', '2026-05-03', sameFire)])).toEqual([])
})

test('articles without a date may cover one event', () => {
  expect(pairsOf([dated('a', null, fire), dated('b', null, sameFire)])).toEqual(['a b'])
})

test('a long document is no report of one event', () => {
  const long = Array.from({ length: 200 }, (_, at) => `Chapter ${at} tells of the ferry Alda Norre off Skarvik again.`)
  expect(pairsOf([dated('a', null, fire), dated('b', null, long)])).toEqual([])
})

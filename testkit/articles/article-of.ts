import type { Article, Paragraph } from '../../src/corpus/article/article.ts'

/** An article without metadata, except what `known` states. */
export const bareArticle = (id: string, paragraphs: readonly Paragraph[], known: Partial<Article> = {}): Article => ({
  id,
  file: `${id}.txt`,
  title: id,
  titleIsOwn: false,
  date: null,
  outlet: null,
  author: null,
  authors: [],
  sources: {},
  warnings: [],
  url: null,
  hash: id,
  textHash: id,
  paragraphs,
  ...known,
})

type Written = string | Pick<Paragraph, 'kind' | 'text'>

/** Paragraphs with these texts, numbered from 1, each a body paragraph unless it says otherwise. */
export const paragraphsOf = (texts: readonly Written[]): readonly Paragraph[] =>
  texts.map((entry, index) => {
    const { kind, text } = typeof entry === 'string' ? { kind: 'body' as const, text: entry } : entry
    return { number: index + 1, kind, text, fileStart: 0, fileEnd: text.length }
  })

/** An article of some paragraphs, each a body paragraph unless it says otherwise. */
export const articleOf = (...texts: readonly Written[]): Article => bareArticle('a', paragraphsOf(texts))

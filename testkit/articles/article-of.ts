import type { Article, Paragraph } from '../../src/corpus/article/article.ts'

/** An article of some paragraphs, each a body paragraph unless it says otherwise. */
export const articleOf = (...texts: readonly (string | Pick<Paragraph, 'kind' | 'text'>)[]): Article => ({
  id: 'a',
  file: 'a.txt',
  titleIsOwn: false,
  title: 'A',
  date: null,
  outlet: null,
  author: null,
  authors: [],
  sources: {},
  warnings: [],
  url: null,
  hash: '',
  textHash: '',
  paragraphs: texts.map((entry, index) => {
    const { kind, text } = typeof entry === 'string' ? { kind: 'body' as const, text: entry } : entry
    return { number: index + 1, kind, text, fileStart: 0, fileEnd: text.length }
  }),
})

import MiniSearch from 'minisearch'
import { termSetOf } from '../../src/language/analysis/sentence.ts'
import { terms } from '../../src/language/tokens/terms.ts'
import type { Generation } from '../../src/library/generation/generation.ts'

/** MiniSearch as one would set it up with care: stop words, stems, title. */
export interface PlainSearch {
  search(question: string): readonly number[]
  /** The sentence of a passage that shares most terms with the question. */
  bestSentence(question: string, key: number): string
}

interface PlainDocument {
  readonly key: number
  readonly text: string
  readonly title: string
}

const termsOf = (text: string) => terms(text).map(({ term }) => term)

export const plainOptions = {
  idField: 'key',
  fields: ['text', 'title'],
  tokenize: (text: string) => termsOf(text),
  processTerm: (term: string) => term,
}
export const plainSearchOptions = { boost: { title: 0.5 }, bm25: { k: 1.2, b: 0.7, d: 0 } }

/** Builds the engine that the figures are compared with, over the same paragraphs. */
export function buildPlainSearch(generation: Generation): PlainSearch {
  const index = new MiniSearch<PlainDocument>(plainOptions)
  for (const { key, article, paragraph } of generation.passages) {
    index.add({ key, text: paragraph.text, title: article.title })
  }
  return {
    search: (question) => index.search(question, plainSearchOptions).map(({ id }) => Number(id)),
    bestSentence(question, key) {
      const asked = new Set(termsOf(question))
      const shared = (own: ReadonlySet<string>) => [...asked].filter((term) => own.has(term)).length
      const [first, ...rest] = generation.sentences(key)
      if (first === undefined) return ''
      return rest.reduce((best, next) => (shared(termSetOf(next)) > shared(termSetOf(best)) ? next : best), first).text
    },
  }
}

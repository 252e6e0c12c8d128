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

interface Document {
  readonly key: number
  readonly text: string
  readonly title: string
}

const termsOf = (text: string) => terms(text).map(({ term }) => term)

/** Builds the engine that the figures are compared with, over the same paragraphs. */
export function buildPlainSearch(generation: Generation): PlainSearch {
  const index = new MiniSearch<Document>({
    idField: 'key',
    fields: ['text', 'title'],
    tokenize: (text) => termsOf(text),
    processTerm: (term) => term,
  })
  for (const { key, article, paragraph } of generation.passages) {
    index.add({ key, text: paragraph.text, title: article.title })
  }
  return {
    search: (question) =>
      index.search(question, { boost: { title: 0.5 }, bm25: { k: 1.2, b: 0.7, d: 0 } }).map(({ id }) => Number(id)),
    bestSentence(question, key) {
      const asked = new Set(termsOf(question))
      const shared = (own: ReadonlySet<string>) => [...asked].filter((term) => own.has(term)).length
      const [first, ...rest] = generation.sentences(key)
      if (first === undefined) return ''
      return rest.reduce((best, next) => (shared(termSetOf(next)) > shared(termSetOf(best)) ? next : best), first).text
    },
  }
}

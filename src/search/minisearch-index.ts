import MiniSearch, { type AsPlainObject } from 'minisearch'
import type { Hit, KeyRange } from './paragraph-index.ts'
import type { TermIndex, WeightedTerm } from './term-statistics.ts'

// BM25+ parameters and the weight of titles, chosen by R@1 on two sets of questions (docs/decisions/0003-search.md).
const bm25 = { k: 1.2, b: 0.7, d: 0 }
const titleWeight = 0.5

const minFuzzyLength = 4
const minPrefixLength = 3

interface Document {
  readonly key: number
  readonly text: string
  readonly title: string
}

/** Terms contain no spaces, so a document's terms can be passed as one string. */
const separator = ' '
const asIs = (term: string) => term
const split = (text: string) => (text === '' ? [] : text.split(separator))

/** `text` with two adjacent letters swapped, for every pair. */
function transpositions(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => {
    return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
  })
}

const options = {
  idField: 'key',
  fields: ['text', 'title'],
  tokenize: split,
  processTerm: asIs,
}

/** The searchable text of a paragraph. */
export interface IndexedParagraph {
  /** The paragraph's position in its generation, from 0. */
  readonly key: number
  /** The terms of its text, in order. */
  readonly terms: readonly string[]
  /** The terms of the article's title and of the heading above the paragraph. */
  readonly titleTerms: readonly string[]
}

export interface ScoreOptions {
  readonly filter?: KeyRange | undefined
  readonly limit: number
}

/** A MiniSearchIndex as plain data. It does not contain the options it was built with, and must not be read with others. */
export interface StoredIndex {
  readonly size: number
  readonly frequencies: ReadonlyMap<string, number>
  readonly index: AsPlainObject
}

/** The terms of paragraphs, on MiniSearch (BM25+). */
export interface MiniSearchIndex extends TermIndex {
  /** The best paragraphs that contain one of the terms, best first; ties by key. */
  score(terms: readonly WeightedTerm[], options: ScoreOptions): readonly Hit[]
  /** The data that it can be restored from. */
  toData(): StoredIndex
}

/** Indexes paragraphs. */
export function buildMiniSearchIndex(paragraphs: readonly IndexedParagraph[]): MiniSearchIndex {
  const index = new MiniSearch<Document>(options)
  const frequencies = new Map<string, number>()
  for (const { key, terms, titleTerms } of paragraphs) {
    index.add({ key, text: terms.join(separator), title: titleTerms.join(separator) })
    for (const term of new Set(terms)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
  }
  return indexOn(index, frequencies, paragraphs.length)
}

/** The index that `data` was created from. The data is not validated; the code that stores it must guarantee that it is intact. */
export function restoreMiniSearchIndex({ index, frequencies, size }: StoredIndex): MiniSearchIndex {
  return indexOn(MiniSearch.loadJS<Document>(index, options), frequencies, size)
}

function indexOn(index: MiniSearch<Document>, frequencies: ReadonlyMap<string, number>, size: number): MiniSearchIndex {
  return {
    size,

    toData: () => ({ size, frequencies, index: index.toJSON() }),

    frequency: (term) => frequencies.get(term) ?? 0,

    neighbours(term) {
      const fuzzy = term.length >= minFuzzyLength ? 1 : false
      const prefix = term.length >= minPrefixLength
      if (term.startsWith('@') || (fuzzy === false && !prefix)) return []
      const found = index.search(term, { fields: ['text'], fuzzy, prefix }).flatMap((result) => result.terms)
      const swapped = transpositions(term).filter((candidate) => frequencies.has(candidate))
      return [...new Set([...found, ...swapped])].filter((candidate) => !candidate.startsWith('@')).sort()
    },

    score(terms, { filter, limit }) {
      const weights = new Map(terms.map(({ term, weight }) => [term, weight]))
      if (weights.size === 0) return []
      const results = index.search([...weights.keys()].join(separator), {
        boost: { title: titleWeight },
        boostTerm: (term) => weights.get(term) ?? 1,
        bm25,
        ...(filter && { filter: ({ id }) => id >= filter.start && id < filter.end }),
      })
      const hits = results.map(({ id, score, queryTerms }): Hit => ({ key: Number(id), score, terms: queryTerms }))
      hits.sort((a, b) => b.score - a.score || a.key - b.key)
      return limit < hits.length ? hits.slice(0, limit) : hits
    },
  }
}

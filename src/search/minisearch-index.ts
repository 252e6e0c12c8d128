import MiniSearch from 'minisearch'
import { once } from '../resources/once.ts'
import { listOf, type PostingLists, storedLists } from './postings/posting-lists.ts'
import { firstFrom, PostingMap } from './postings/posting-map.ts'
import {
  fieldNames,
  type IndexedParagraph,
  type Keys,
  type StoredIndex,
  storeParagraphs,
} from './postings/stored-index.ts'
import { openDictionary } from './terms/dictionary.ts'
import type { TermIndex, WeightedTerm } from './terms/term-statistics.ts'

// BM25+ parameters and the weight of titles, chosen by R@1 on two sets of questions (docs/decisions/0003-search.md).
export const bm25 = { k: 1.2, b: 0.7, d: 0 }
/** The weight of each field. */
export const fieldWeights = { text: 1, title: 0.5 }

interface Document {
  readonly key: number
}

/** Terms contain no spaces, so a query's terms can be passed as one string. */
const separator = ' '

const noKeys = new Uint32Array(0)

/** The keys themselves: the paragraphs are numbered from 0 without a gap. */
class KeyMap extends Map<number, number> {
  readonly #size: number

  constructor(size: number) {
    super()
    this.#size = size
  }

  override has(key: number): boolean {
    return key < this.#size
  }

  override get(key: number): number | undefined {
    return key < this.#size ? key : undefined
  }
}

/** The number of different terms in each field of a paragraph. The list is the same one each time, for the paragraph asked for last. */
class LengthMap extends Map<number, number[]> {
  readonly #lengths: Uint32Array
  readonly #own = fieldNames.map(() => 0)

  constructor(lengths: Uint32Array) {
    super()
    this.#lengths = lengths
  }

  override get(key: number): number[] {
    for (let field = 0; field < fieldNames.length; field++)
      this.#own[field] = this.#lengths[key * fieldNames.length + field] ?? 0
    return this.#own
  }
}

/** A MiniSearch that reads flat lists. MiniSearch's own maps would take several times the memory, and as long to fill as to build. */
class OpenMiniSearch extends MiniSearch<Document> {
  /** The paragraphs that a search looks at; null for all. */
  #wanted: Keys | null = null

  constructor(lists: PostingLists, placeOf: (term: string) => number) {
    super({
      idField: 'key',
      fields: [...fieldNames],
      tokenize: (query) => query.split(separator),
      processTerm: (term) => term,
    })
    this._index.get = (term) => {
      const place = placeOf(term)
      if (place < 0) return undefined
      const found = new Map<number, PostingMap>()
      for (const [order, field] of fieldNames.entries()) {
        const count = lists.count(listOf(place, order))
        const list = lists.at(listOf(place, order))
        if (count > 0) found.set(this._fieldIds[field] ?? 0, new PostingMap(list, count, this.#wanted))
      }
      return found
    }
    const { size, lengths, averageLengths } = lists
    this._documentIds = new KeyMap(size)
    this._fieldLength = new LengthMap(lengths)
    this._avgFieldLength = [...averageLengths]
    this._documentCount = size
    this._nextId = size
  }

  /** The paragraphs of `wanted`, or all, that contain one of the terms. */
  score(terms: readonly WeightedTerm[], wanted: Keys | null): Scored[] {
    const weights = new Map(terms.map(({ term, weight }) => [term, weight]))
    if (weights.size === 0) return []
    this.#wanted = wanted
    try {
      return this.search([...weights.keys()].join(separator), {
        boost: fieldWeights,
        boostTerm: (term) => weights.get(term) ?? 1,
        bm25,
      }).map(({ id, score, queryTerms }) => ({ key: Number(id), score, terms: queryTerms }))
    } finally {
      this.#wanted = null
    }
  }
}

/** A paragraph with its score and those of the terms searched for that it contains. */
export interface Scored {
  readonly key: number
  readonly score: number
  readonly terms: readonly string[]
}

/** The paragraphs that contain one of some terms, among those of `wanted` (ascending) or all, best first; ties by key. */
export type Scorer = (terms: readonly WeightedTerm[], wanted: Keys | null) => readonly Scored[]

/** Scores paragraphs by their lists with MiniSearch. `placeOf` is the place of a term among all terms, or -1. */
export function createScorer(lists: PostingLists, placeOf: (term: string) => number): Scorer {
  const index = new OpenMiniSearch(lists, placeOf)
  return (terms, wanted) => index.score(terms, wanted).sort((a, b) => b.score - a.score || a.key - b.key)
}

/** The terms of paragraphs, on MiniSearch (BM25+). */
export interface MiniSearchIndex extends TermIndex {
  readonly score: Scorer
  readonly lists: PostingLists
  /** The place of a term in the stored index, or -1. */
  placeOf(term: string): number
  /** The data that it can be restored from. */
  toData(): StoredIndex
}

/** Indexes paragraphs, which must be in the order of their keys, from 0. */
export function buildMiniSearchIndex(paragraphs: Iterable<IndexedParagraph>): MiniSearchIndex {
  return restoreMiniSearchIndex(storeParagraphs(paragraphs))
}

/** The index that `data` was created from. The data is not validated; the code that stores it must guarantee that it is intact. */
export function restoreMiniSearchIndex(stored: StoredIndex): MiniSearchIndex {
  const { size, placeOf, frequency, neighbours } = openDictionary(stored)
  const lists = storedLists(stored)
  const scorer = once(() => createScorer(lists, placeOf))
  return {
    size,
    lists,
    toData: () => stored,
    placeOf,
    frequency,
    keysIn(term, start, end) {
      const place = placeOf(term)
      if (place < 0) return noKeys
      const { keys, start: first, end: behind } = lists.at(listOf(place, fieldNames.indexOf('text')))
      const from = firstFrom(keys, start, first, behind)
      return keys.subarray(from, firstFrom(keys, end, from, behind))
    },
    neighbours,
    score: (terms, wanted) => scorer()(terms, wanted),
  }
}

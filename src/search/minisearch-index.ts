import MiniSearch from 'minisearch'
import { once } from '../resources/once.ts'
import { nearbyTerms } from './nearby-terms.ts'
import { firstFrom, type Keys, PostingMap } from './posting-map.ts'
import { fieldNames, type IndexedParagraph, listStarts, type StoredIndex, storeParagraphs } from './stored-index.ts'
import type { TermIndex, WeightedTerm } from './term-statistics.ts'

// BM25+ parameters and the weight of titles, chosen by R@1 on two sets of questions (docs/decisions/0003-search.md).
export const bm25 = { k: 1.2, b: 0.7, d: 0 }
/** The weight of each field. */
export const fieldWeights = { text: 1, title: 0.5 }

interface Document {
  readonly key: number
}

/** Terms contain no spaces, so a query's terms can be passed as one string. */
const separator = ' '

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

  constructor(
    { size, keys, occurrences, lengths, averageLengths }: StoredIndex,
    starts: Uint32Array,
    placeOf: TermPlaces,
  ) {
    super({
      idField: 'key',
      fields: [...fieldNames],
      tokenize: (query) => query.split(separator),
      processTerm: (term) => term,
    })
    this._index.get = (term) => {
      const place = placeOf.get(term)
      if (place === undefined) return undefined
      const found = new Map<number, PostingMap>()
      for (const [order, field] of fieldNames.entries()) {
        const list = place * fieldNames.length + order
        const [start = 0, end = 0] = [starts[list], starts[list + 1]]
        if (end > start)
          found.set(this._fieldIds[field] ?? 0, new PostingMap(keys, occurrences, start, end, this.#wanted))
      }
      return found
    }
    this._documentIds = new KeyMap(size)
    this._fieldLength = new LengthMap(lengths)
    this._avgFieldLength = [...averageLengths]
    this._documentCount = size
    this._nextId = size
  }

  /** The paragraphs of `wanted`, or all, that contain one of the terms. */
  score(terms: readonly WeightedTerm[], wanted: Keys | null): readonly Scored[] {
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

/** The place of each indexed term in the list of terms. */
type TermPlaces = ReadonlyMap<string, number>

/** A paragraph with its score and those of the terms searched for that it contains. */
export interface Scored {
  readonly key: number
  readonly score: number
  readonly terms: readonly string[]
}

/** The terms of paragraphs, on MiniSearch (BM25+). */
export interface MiniSearchIndex extends TermIndex {
  /** The paragraphs that contain one of the terms, among those of `wanted` (ascending) or all, best first; ties by key. */
  score(terms: readonly WeightedTerm[], wanted: Keys | null): readonly Scored[]
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
  const places = new Map(stored.terms.map((term, place) => [term, place]))
  const starts = listStarts(stored.counts)
  const index = new OpenMiniSearch(stored, starts, places)
  const frequency = (term: string) => stored.counts[(places.get(term) ?? Number.NaN) * fieldNames.length] ?? 0
  const nearby = once(() => nearbyTerms(stored.terms.filter((term) => frequency(term) > 0)))
  return {
    size: stored.size,
    toData: () => stored,
    placeOf: (term) => places.get(term) ?? -1,
    frequency,
    keysIn(term, start, end, field = 'text') {
      const list = (places.get(term) ?? Number.NaN) * fieldNames.length + fieldNames.indexOf(field)
      const [first = 0, behind = 0] = [starts[list], starts[list + 1]]
      const from = firstFrom(stored.keys, start, first, behind)
      return stored.keys.subarray(from, firstFrom(stored.keys, end, from, behind))
    },
    neighbours: (term) => nearby()(term),
    score(terms, wanted) {
      return [...index.score(terms, wanted)].sort((a, b) => b.score - a.score || a.key - b.key)
    },
  }
}

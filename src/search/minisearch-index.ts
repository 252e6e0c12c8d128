import MiniSearch from 'minisearch'
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

/**
 * A MiniSearchIndex as flat lists. MiniSearch's own format has an object per term with the numbers of its paragraphs as keys, for which V8
 * takes up to 100 times the memory.
 */
export interface StoredIndex {
  /** The number of paragraphs. */
  readonly size: number
  readonly terms: readonly string[]
  /** For each term the number of paragraphs whose text contains it, and of those whose title does. */
  readonly counts: Uint32Array
  /** The keys of these paragraphs, term by term. */
  readonly keys: Uint32Array
  /** How often the term is in each of them. */
  readonly occurrences: Uint32Array
  /** For each paragraph the number of different terms in its text and in its title. */
  readonly lengths: Uint32Array
  readonly averageLengths: readonly number[]
}

type Frequencies = ReadonlyMap<string, number>

/** A MiniSearch whose documents were added in the order of their keys, none of them removed. */
class OpenMiniSearch extends MiniSearch<Document> {
  constructor() {
    super(options)
  }

  toData(): StoredIndex {
    const fields = options.fields.map((field) => this._fieldIds[field] ?? 0)
    const terms: string[] = []
    const counts: number[] = []
    let total = 0
    for (const [term, postings] of this._index) {
      terms.push(term)
      for (const field of fields) {
        const count = postings.get(field)?.size ?? 0
        counts.push(count)
        total += count
      }
    }
    const [keys, occurrences] = [new Uint32Array(total), new Uint32Array(total)]
    let at = 0
    for (const [, postings] of this._index) {
      for (const field of fields) {
        for (const [key, count] of postings.get(field) ?? []) {
          keys[at] = key
          occurrences[at++] = count
        }
      }
    }
    const lengths = new Uint32Array(this._documentCount * fields.length)
    for (const [key, own] of this._fieldLength) lengths.set(own, key * fields.length)
    const averageLengths = [...this._avgFieldLength]
    return {
      size: this._documentCount,
      terms,
      counts: Uint32Array.from(counts),
      keys,
      occurrences,
      lengths,
      averageLengths,
    }
  }

  /** Fills an empty index. Returns the number of paragraphs whose text contains each term. */
  fill({ size, terms, counts, keys, occurrences, lengths, averageLengths }: StoredIndex): Frequencies {
    const fields = options.fields.map((field) => this._fieldIds[field] ?? 0)
    const frequencies = new Map<string, number>()
    let from = 0
    for (const [place, term] of terms.entries()) {
      const postings = new Map<number, Map<number, number>>()
      for (const [order, field] of fields.entries()) {
        const count = counts[place * fields.length + order] ?? 0
        if (count === 0) continue
        const own = new Map<number, number>()
        for (let at = from; at < from + count; at++) own.set(keys[at] ?? 0, occurrences[at] ?? 0)
        postings.set(field, own)
        from += count
        if (order === 0) frequencies.set(term, count)
      }
      this._index.set(term, postings)
    }
    for (let key = 0; key < size; key++) {
      this._documentIds.set(key, key)
      this._idToShortId.set(key, key)
      this._fieldLength.set(key, [...lengths.subarray(key * fields.length, (key + 1) * fields.length)])
    }
    this._avgFieldLength = [...averageLengths]
    this._documentCount = size
    this._nextId = size
    return frequencies
  }
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
  const index = new OpenMiniSearch()
  const frequencies = new Map<string, number>()
  for (const { key, terms, titleTerms } of paragraphs) {
    index.add({ key, text: terms.join(separator), title: titleTerms.join(separator) })
    for (const term of new Set(terms)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
  }
  return indexOn(index, frequencies, paragraphs.length)
}

/** The index that `data` was created from. The data is not validated; the code that stores it must guarantee that it is intact. */
export function restoreMiniSearchIndex(stored: StoredIndex): MiniSearchIndex {
  const index = new OpenMiniSearch()
  return indexOn(index, index.fill(stored), stored.size)
}

function indexOn(index: OpenMiniSearch, frequencies: Frequencies, size: number): MiniSearchIndex {
  return {
    size,

    toData: () => index.toData(),

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

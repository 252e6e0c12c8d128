/** The fields of a paragraph that are searched, in the order of their lists. */
export const fieldNames = ['text', 'title'] as const

/** The searchable text of a paragraph. */
export interface IndexedParagraph {
  /** The paragraph's position in its generation, from 0. */
  readonly key: number
  /** The terms of its text, in order. */
  readonly terms: readonly string[]
  /** The terms of the article's title and of the heading above the paragraph. */
  readonly titleTerms: readonly string[]
}

/**
 * The terms of paragraphs as flat lists. MiniSearch's own format has an object per term with the numbers of its paragraphs as keys, for which
 * V8 takes up to 100 times the memory.
 */
export interface StoredIndex {
  /** The number of paragraphs. */
  readonly size: number
  readonly terms: readonly string[]
  /** For each term the number of paragraphs whose text contains it, and of those whose title does. */
  readonly counts: Uint32Array
  /** The keys of these paragraphs in order, term by term. */
  readonly keys: Uint32Array
  /** How often the term is in each of them. */
  readonly occurrences: Uint32Array
  /** For each paragraph the number of different terms in its text and in its title. */
  readonly lengths: Uint32Array
  readonly averageLengths: readonly number[]
}

/** How often each term occurs. */
function countTerms(terms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

/** Where the list of each term and field begins, and the length of all lists. */
export function listStarts(counts: Uint32Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1)
  for (let at = 0; at < counts.length; at++) starts[at + 1] = (starts[at] ?? 0) + (counts[at] ?? 0)
  return starts
}

/** Indexes paragraphs, which must be in the order of their keys, from 0. */
export function storeParagraphs(paragraphs: readonly IndexedParagraph[]): StoredIndex {
  const width = fieldNames.length
  const places = new Map<string, number>()
  const sizes: number[] = []
  const lengths = new Uint32Array(paragraphs.length * width)
  const averageLengths = fieldNames.map(() => 0)
  for (const { key, terms, titleTerms } of paragraphs) {
    for (const [field, own] of [terms, titleTerms].entries()) {
      const distinct = new Set(own)
      lengths[key * width + field] = distinct.size
      averageLengths[field] = ((averageLengths[field] ?? 0) * key + distinct.size) / (key + 1)
      for (const term of distinct) {
        let place = places.get(term)
        if (place === undefined) {
          place = places.size
          places.set(term, place)
          for (let one = 0; one < width; one++) sizes.push(0)
        }
        sizes[place * width + field] = (sizes[place * width + field] ?? 0) + 1
      }
    }
  }
  // Counted first, so that each list gets its place at once: lists that grow would take several times the memory.
  const counts = Uint32Array.from(sizes)
  const next = listStarts(counts)
  const total = next[counts.length] ?? 0
  const [keys, occurrences] = [new Uint32Array(total), new Uint32Array(total)]
  for (const { key, terms, titleTerms } of paragraphs) {
    for (const [field, own] of [terms, titleTerms].entries()) {
      for (const [term, count] of countTerms(own)) {
        const list = (places.get(term) ?? 0) * width + field
        const at = next[list] ?? 0
        keys[at] = key
        occurrences[at] = count
        next[list] = at + 1
      }
    }
  }
  return { size: paragraphs.length, terms: [...places.keys()], counts, keys, occurrences, lengths, averageLengths }
}

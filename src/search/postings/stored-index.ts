import { growingNumbers } from '../../resources/numbers/growing-numbers.ts'

/** The fields of a paragraph that are searched, in the order of their lists. */
export const fieldNames = ['text', 'title'] as const

/** Keys of paragraphs, ascending. */
export type Keys = Uint32Array

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

/** Indexes paragraphs, which must be in the order of their keys, from 0. They are read once, one after another. */
export function storeParagraphs(paragraphs: Iterable<IndexedParagraph>): StoredIndex {
  const width = fieldNames.length
  const places = new Map<string, number>()
  const sizes: number[] = []
  const growingLengths = growingNumbers()
  const averageLengths = fieldNames.map(() => 0)
  // Each term of each field of each paragraph in order: the number of its list, and how often it occurs.
  const [growingLists, growingOccurrences] = [growingNumbers(), growingNumbers()]
  let size = 0
  for (const { key, terms, titleTerms } of paragraphs) {
    size++
    for (const [field, own] of [terms, titleTerms].entries()) {
      const counted = countTerms(own)
      growingLengths.add(counted.size)
      averageLengths[field] = ((averageLengths[field] ?? 0) * key + counted.size) / (key + 1)
      for (const [term, count] of counted) {
        let place = places.get(term)
        if (place === undefined) {
          place = places.size
          places.set(term, place)
          for (let one = 0; one < width; one++) sizes.push(0)
        }
        const list = place * width + field
        sizes[list] = (sizes[list] ?? 0) + 1
        growingLists.add(list)
        growingOccurrences.add(count)
      }
    }
  }
  const counts = Uint32Array.from(sizes)
  const lengths = growingLengths.all().slice()
  const [lists, inOrder] = [growingLists.all(), growingOccurrences.all()]
  const next = listStarts(counts)
  const [keys, occurrences] = [new Uint32Array(lists.length), new Uint32Array(lists.length)]
  let at = 0
  for (let field = 0; field < lengths.length; field++) {
    for (const end = at + (lengths[field] ?? 0); at < end; at++) {
      const list = lists[at] ?? 0
      const place = next[list] ?? 0
      keys[place] = Math.floor(field / width)
      occurrences[place] = inOrder[at] ?? 0
      next[list] = place + 1
    }
  }
  return { size, terms: [...places.keys()], counts, keys, occurrences, lengths, averageLengths }
}

import { fieldNames, type Keys, listStarts, type StoredIndex } from './stored-index.ts'

/** The paragraphs that have a term in a field, ascending, or some of them, with how often each has it: a stretch of two arrays. */
export interface PostingList {
  readonly keys: Keys
  readonly occurrences: Uint32Array
  readonly start: number
  readonly end: number
}

/** What scores are computed from. */
export interface PostingLists extends Pick<StoredIndex, 'size' | 'lengths' | 'averageLengths'> {
  /** The number of paragraphs in a whole list. */
  count(list: number): number
  /** A list, or the part of it that was fetched. */
  at(list: number): PostingList
}

/** The number of the list of a term in a field. */
export function listOf(place: number, field: number): number {
  return place * fieldNames.length + field
}

/** The number of postings of a term in all fields. */
export function postingsOf(lists: Pick<PostingLists, 'count'>, place: number): number {
  return fieldNames.reduce((sum, _, field) => sum + lists.count(listOf(place, field)), 0)
}

/** The lists of an index that is in memory as a whole. */
export function storedLists({ size, lengths, averageLengths, counts, keys, occurrences }: StoredIndex): PostingLists {
  const starts = listStarts(counts)
  return {
    size,
    lengths,
    averageLengths,
    count: (list) => counts[list] ?? 0,
    at: (list) => ({ keys, occurrences, start: starts[list] ?? 0, end: starts[list + 1] ?? starts[list] ?? 0 }),
  }
}

/** Keys that are in one of two lists. */
function union(some: Keys, others: Keys): Keys {
  const all = new Uint32Array(some.length + others.length)
  let [count, at, other] = [0, 0, 0]
  while (at < some.length || other < others.length) {
    const [left = Number.POSITIVE_INFINITY, right = Number.POSITIVE_INFINITY] = [some[at], others[other]]
    all[count++] = Math.min(left, right)
    if (left <= right) at++
    if (right <= left) other++
  }
  return all.subarray(0, count)
}

/** The keys of the paragraphs that contain a term in any field, ascending. */
function keysInFields(lists: Pick<PostingLists, 'at'>, place: number): Keys {
  return fieldNames
    .map((_, field) => lists.at(listOf(place, field)))
    .map(({ keys, start, end }) => keys.subarray(start, end))
    .reduce(union)
}

/** The keys of the paragraphs that contain each of some terms in any field; terms that are not in the index are missing. */
export function keysOfTerms(
  lists: Pick<PostingLists, 'at'>,
  terms: readonly string[],
  placeOf: (term: string) => number,
): ReadonlyMap<string, Keys> {
  const known = terms.filter((term) => placeOf(term) >= 0)
  return new Map(known.map((term) => [term, keysInFields(lists, placeOf(term))]))
}

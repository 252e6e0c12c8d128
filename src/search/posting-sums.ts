import { bm25, fieldWeights } from './minisearch-index.ts'
import type { KeyRange } from './paragraph-index.ts'
import { listOf, type PostingLists, postingsOf } from './postings/posting-lists.ts'
import { firstFrom } from './postings/posting-map.ts'
import { fieldNames, type Keys } from './postings/stored-index.ts'
import type { TermBits } from './terms/term-statistics.ts'

/** A term to search for: its place in the index, its weight, and the terms of the search that it matches. */
export interface SoughtTerm {
  readonly place: number
  readonly weight: number
  readonly bits: TermBits
}

/** What the lists of some terms say about each paragraph, until the next lists are read. */
export interface PostingSums {
  /** The number of these paragraphs. */
  readonly count: number
  /** Whether all lists were read, so that no other paragraph contains one of the terms. */
  readonly isWhole: boolean
  /** The keys of the paragraphs whose score by the terms read is highest, at most `most`, ascending. */
  best(most: number): Keys
  /** The terms that the paragraph with this key contains. */
  bitsAt(key: number): TermBits
  /** The terms that the paragraphs with keys from `start` to before `end` contain. */
  bitsIn(start: number, end: number): TermBits
}

const width = fieldNames.length
const weightOf = fieldNames.map((field) => fieldWeights[field])

/**
 * The terms whose lists are read, the rarest first, and the others: at most `budget` postings are read, but the rarest term whatever it has.
 */
export function withinBudget<Term extends Pick<SoughtTerm, 'place'>>(
  lists: Pick<PostingLists, 'count'>,
  terms: readonly Term[],
  budget: number,
): { readonly read: readonly Term[]; readonly unread: readonly Term[] } {
  const byRarity = terms
    .map((term) => ({ term, size: postingsOf(lists, term.place) }))
    .sort((a, b) => a.size - b.size || a.term.place - b.term.place)
  let left = budget
  let taken = 0
  for (const { size } of byRarity) {
    if (taken > 0 && size > left) break
    left -= size
    taken++
  }
  const sorted = byRarity.map(({ term }) => term)
  return { read: sorted.slice(0, taken), unread: sorted.slice(taken) }
}

/** Keys by score, the worst first: a heap of a limited size. */
function highest(keys: Keys, scores: Float64Array, most: number): Keys {
  if (keys.length <= most) return keys.slice().sort()
  const heap = keys.slice(0, most)
  const isWorse = (a: number, b: number) => {
    const [left = 0, right = 0] = [scores[a], scores[b]]
    return left < right || (left === right && a > b)
  }
  const sink = (from: number) => {
    let at = from
    const key = heap[at] ?? 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= most) break
      if (child + 1 < most && isWorse(heap[child + 1] ?? 0, heap[child] ?? 0)) child++
      if (!isWorse(heap[child] ?? 0, key)) break
      heap[at] = heap[child] ?? 0
      at = child
    }
    heap[at] = key
  }
  for (let at = (most >>> 1) - 1; at >= 0; at--) sink(at)
  for (let at = most; at < keys.length; at++) {
    const key = keys[at] ?? 0
    if (!isWorse(heap[0] ?? 0, key)) continue
    heap[0] = key
    sink(0)
  }
  return heap.sort()
}

/**
 * Reads the lists of terms, the rarest first, until `budget` postings are read; the rarest is always read whole. The paragraphs in these lists
 * are the ones that can be found: the more frequent terms only add to their scores. Nothing is allocated for a posting. The scores are those
 * of BM25+ as MiniSearch computes them.
 */
export function postingReader(
  size: number,
): (
  lists: PostingLists,
  terms: readonly SoughtTerm[],
  range: KeyRange,
  among: Keys | null,
  budget: number,
) => PostingSums {
  const sums = new Float64Array(size)
  /** The number of terms in a paragraph, by which MiniSearch multiplies its sum. */
  const found = new Uint8Array(size)
  const held = new Uint16Array(size)
  /** The last term read that a paragraph contains, from 1. */
  const last = new Uint16Array(size)
  const touched = new Uint32Array(size)
  let count = 0
  let unread: readonly SoughtTerm[] = []

  const clear = () => {
    for (let at = 0; at < count; at++) {
      const key = touched[at] ?? 0
      sums[key] = 0
      found[key] = 0
      held[key] = 0
      last[key] = 0
    }
    count = 0
  }

  const readTerm = (
    lists: PostingLists,
    { place, weight, bits }: SoughtTerm,
    number: number,
    { start, end }: KeyRange,
    among: Keys | null,
  ) => {
    const { lengths, averageLengths } = lists
    for (let field = 0; field < width; field++) {
      const { keys, occurrences, start: first, end: behind } = lists.at(listOf(place, field))
      const from = start === 0 ? first : firstFrom(keys, start, first, behind)
      const to = end >= size ? behind : firstFrom(keys, end, from, behind)
      if (from === to) continue
      const holding = lists.count(listOf(place, field))
      const { k, b, d } = bm25
      const rarity = Math.log(1 + (size - holding + 0.5) / (holding + 0.5))
      const factor = weight * (weightOf[field] ?? 1) * rarity
      const average = averageLengths[field] ?? 1
      let wanted = 0
      for (let at = from; at < to; at++) {
        const key = keys[at] ?? 0
        if (among !== null) {
          while (wanted < among.length && (among[wanted] ?? 0) < key) wanted++
          if (among[wanted] !== key) continue
        }
        const times = occurrences[at] ?? 0
        const length = lengths[key * width + field] ?? 0
        const score = factor * (d + (times * (k + 1)) / (times + k * (1 - b + (b * length) / average)))
        if (last[key] === 0) touched[count++] = key
        if (last[key] !== number) {
          last[key] = number
          found[key] = (found[key] ?? 0) + 1
        }
        held[key] = (held[key] ?? 0) | bits
        sums[key] = (sums[key] ?? 0) + score
      }
    }
  }

  const unreadIn = (lists: PostingLists, start: number, end: number): TermBits => {
    let bits = 0
    for (const term of unread) {
      for (let field = 0; field < width; field++) {
        const { keys, start: first, end: behind } = lists.at(listOf(term.place, field))
        const at = firstFrom(keys, start, first, behind)
        if (at < behind && (keys[at] ?? 0) < end) bits |= term.bits
      }
    }
    return bits
  }

  return (lists, terms, range, among, budget) => {
    clear()
    const chosen = withinBudget(lists, terms, budget)
    for (const [at, term] of chosen.read.entries()) readTerm(lists, term, at + 1, range, among)
    unread = chosen.unread
    const bitsIn = (start: number, end: number) => {
      let bits = unreadIn(lists, start, end)
      for (let key = start; key < end; key++) bits |= held[key] ?? 0
      return bits
    }
    return {
      count,
      isWhole: unread.length === 0,
      best(most) {
        const own = touched.subarray(0, count)
        for (const key of own) sums[key] = (sums[key] ?? 0) * (found[key] ?? 0)
        return highest(own, sums, most)
      },
      bitsIn,
      bitsAt: (key) => bitsIn(key, key + 1),
    }
  }
}

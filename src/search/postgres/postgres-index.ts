import { once } from '../../resources/once.ts'
import { articleRange, budgetOf, defaultBudget, hitsOf, scoredCount, soughtTerms } from '../hits.ts'
import { createScorer } from '../minisearch-index.ts'
import type { Hit, KeyRange, ParagraphIndex, SearchRequest } from '../paragraph-index.ts'
import { postingReader, type SoughtTerm, withinBudget } from '../posting-sums.ts'
import { keysOfTerms, listOf, type PostingLists } from '../postings/posting-lists.ts'
import { fieldNames } from '../postings/stored-index.ts'
import type { Dictionary } from '../terms/dictionary.ts'
import { countedFrequencies, type QueryTerm, queryTerms } from '../terms/query-terms.ts'
import type { Vocabulary } from '../terms/vocabulary.ts'
import { createBlockCache } from './block-cache.ts'
import { blocksOf, joinBlocks, type Postings } from './posting-blocks.ts'
import type { FetchBlocks } from './posting-table.ts'

export interface PostgresIndexOptions {
  readonly dictionary: Dictionary
  readonly vocabulary: () => Vocabulary
  /** The keys of the first paragraphs of articles, ascending. */
  readonly articleStarts: Uint32Array
  readonly fetch: FetchBlocks
  /** The number of postings that a search reads, as in the in-process index. */
  readonly budget?: number
}

const none: Postings = { keys: new Uint32Array(0), occurrences: new Uint32Array(0) }

/** The lists of terms by their places. */
function listsOf(places: readonly number[]): readonly number[] {
  return places.filter((place) => place >= 0).flatMap((place) => fieldNames.map((_, field) => listOf(place, field)))
}

const placesOf = (terms: readonly SoughtTerm[]) => terms.map(({ place }) => place)

/** Ranges in order; those that touch are joined. */
function joinRanges(ranges: readonly KeyRange[]): readonly KeyRange[] {
  const joined: KeyRange[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last === undefined || last.end < range.start) joined.push(range)
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
  }
  return joined
}

/**
 * A paragraph index whose postings are in PostgreSQL. It reads the same lists as the in-process index, and computes the same scores from them.
 * A search takes at most two statements: the first reads the lists of the rare terms, the second those blocks of the frequent terms that cover
 * the articles found.
 */
export function createPostgresIndex({
  dictionary,
  vocabulary,
  articleStarts,
  fetch,
  budget = defaultBudget,
}: PostgresIndexOptions): ParagraphIndex {
  const { size, lengths, averageLengths, counts, placeOf } = dictionary
  const reader = once(() => postingReader(size))
  const cache = createBlockCache(dictionary, fetch)
  const count = (list: number) => counts[list] ?? 0

  /** Fetches the parts of lists that cover some ranges of keys. */
  async function fetchLists(
    lists: readonly number[],
    ranges: readonly KeyRange[],
  ): Promise<ReadonlyMap<number, Postings>> {
    const wanted = lists.map((list) => ({ list, blocks: blocksOf(size, count(list), ranges) }))
    const found = await cache.get(wanted)
    return new Map(wanted.map(({ list }) => [list, joinBlocks(found.get(list) ?? [])]))
  }

  const viewOf = (fetched: ReadonlyMap<number, Postings>): PostingLists => ({
    size,
    lengths,
    averageLengths,
    count,
    at(list) {
      const { keys, occurrences } = fetched.get(list) ?? none
      return { keys, occurrences, start: 0, end: keys.length }
    },
  })

  const articleOf = (key: number) => articleRange(articleStarts, size, key)

  async function findHits(terms: readonly QueryTerm[], request: SearchRequest): Promise<readonly Hit[]> {
    if (request.limit === 0) return []
    const { filter = { start: 0, end: size } } = request
    const among = request.among === undefined ? null : Uint32Array.from(request.among)
    const sought = soughtTerms(terms, placeOf)
    const maxRead = budgetOf(request, budget)
    const { read, unread } = withinBudget({ count }, sought, maxRead)
    const ranges = among === null ? [filter] : Array.from(among, (key) => ({ start: key, end: key + 1 }))
    let fetched = await fetchLists(listsOf(placesOf(read)), ranges)
    // Nothing may wait between reading the lists and using the sums: all searches share the reader's arrays.
    const readAll = () => reader()(viewOf(fetched), sought, filter, among, maxRead)
    if (unread.length > 0) {
      const articles = joinRanges(Array.from(readAll().best(scoredCount(request)), articleOf))
      fetched = new Map([...fetched, ...(await fetchLists(listsOf(placesOf(unread)), articles))])
    }
    return hitsOf(readAll(), createScorer(viewOf(fetched), placeOf), sought, articleOf, request)
  }

  return {
    size,
    async search(request) {
      const terms = queryTerms(request.terms, dictionary, vocabulary())
      const documentFrequencies = countedFrequencies(request.counted, dictionary)
      return { terms, candidates: await findHits(terms, request), documentFrequencies }
    },
    async containing(terms) {
      const fetched = await fetchLists(listsOf(terms.map(placeOf)), [{ start: 0, end: size }])
      return keysOfTerms(viewOf(fetched), terms, placeOf)
    },
  }
}

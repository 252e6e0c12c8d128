import type { Article, Paragraph } from '../../corpus/article/article.ts'
import type { Range } from '../../language/text/range.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { groupBy } from '../../resources/group-by.ts'
import { numbering } from '../../resources/numbers/numbering.ts'
import { invert, placeOfRun, rowsOf, rowsWithRarest } from '../../resources/numbers/rows.ts'
import { type Steps, steppedPerObject } from '../../resources/steps.ts'
import type { Place } from './citation.ts'
import { type ExactWord, exactWords } from './exact-words.ts'

/** An occurrence of consecutive words: the first and the last of them among the words of the paragraph. */
export interface PhrasePlace extends Place {
  /** Indexes into `exactWords` of the paragraph's text, end exclusive. */
  readonly from: number
  readonly to: number
}

/** The words of all paragraphs of a generation, of every kind, and of the titles that articles state. Words are folded (`exactWords`). */
export interface PhraseIndex {
  /** Where these words are consecutive; at most `maxPlaces` places, in article order. */
  places(words: readonly string[]): readonly PhrasePlace[]
  /** All paragraphs in which they are consecutive. */
  paragraphs(words: readonly string[]): ReadonlySet<Paragraph>
  /** The articles whose whole title consists of them. */
  titles(words: readonly string[]): readonly Article[]
}

/** The maximum number of places of the same words: more than anyone reads. */
export const maxPlaces = 100

/** Bits of the filter per word of the articles. About one in sixteen pairs that are never adjacent passes the filter. */
const bitsForPair = 16

/**
 * A filter for pairs of adjacent words (a Bloom filter with one hash, after Bloom 1970). It may accept a pair that does not occur, but
 * never rejects one that does. It shows without a search that most of what people write in chat does not occur.
 */
function pairFilter(words: number) {
  const bits = 2 ** Math.ceil(Math.log2(Math.max(32, words * bitsForPair)))
  const cells = new Uint32Array(bits / 32)
  const bitOf = (first: number, second: number) =>
    (Math.imul(first + 1, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b)) & (bits - 1)
  return {
    add(first: number, second: number): void {
      const bit = bitOf(first, second)
      cells[bit >>> 5] = (cells[bit >>> 5] ?? 0) | (1 << (bit & 31))
    },
    mayHave(first: number, second: number): boolean {
      const bit = bitOf(first, second)
      return ((cells[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0
    },
  }
}

/** A title as a key: folded words contain no space. */
const titleKey = (words: readonly string[]) => words.join(' ')

function* readRows({ articles }: Pick<Generation, 'articles'>): Steps<PhraseIndex> {
  const places: readonly Place[] = articles.flatMap((article) =>
    article.paragraphs.map((paragraph) => ({ article, paragraph })),
  )
  const words = numbering<string>()
  const rows = yield* rowsOf(places, ({ paragraph: { text } }) =>
    exactWords(text).map(({ folded }) => words.indexOf(folded)),
  )
  const numbers = words.lookup()
  const rowsWith = invert(rows, numbers.size)
  const { numbers: all, starts } = rows
  const pairs = pairFilter(all.length)
  for (let row = 0; row < rows.count; row++)
    for (let at = (starts[row] ?? 0) + 1; at < (starts[row + 1] ?? 0); at++) pairs.add(all[at - 1] ?? 0, all[at] ?? 0)
  const titles = groupBy(
    articles.filter(({ titleIsOwn }) => titleIsOwn),
    ({ title }) => titleKey(exactWords(title).map(({ folded }) => folded)),
  )

  /** The numbers of words, or null if these words are certainly consecutive nowhere. */
  const numbersOf = (words: readonly string[]): readonly number[] | null => {
    const known = words.flatMap((word) => numbers.get(word) ?? [])
    if (known.length < words.length) return null
    return known.every((number, at) => at === 0 || pairs.mayHave(known[at - 1] ?? 0, number)) ? known : null
  }
  return {
    titles: (words) => titles.get(titleKey(words)) ?? [],
    places(words) {
      const wanted = numbersOf(words) ?? []
      const found: PhrasePlace[] = []
      for (const row of rowsWithRarest(wanted, rowsWith)) {
        const [start = 0, end = 0] = [starts[row], starts[row + 1]]
        const place = places[row]
        if (place === undefined) break
        for (let at = placeOfRun(all, wanted, start, end); at >= 0; at = placeOfRun(all, wanted, at + 1, end)) {
          found.push({ ...place, from: at - start, to: at - start + wanted.length })
          if (found.length === maxPlaces) return found
        }
      }
      return found
    },
    paragraphs(words) {
      const wanted = numbersOf(words) ?? []
      const having = rowsWithRarest(wanted, rowsWith).filter(
        (row) => placeOfRun(all, wanted, starts[row] ?? 0, starts[row + 1] ?? 0) >= 0,
      )
      return new Set(Array.from(having).flatMap((row) => places[row]?.paragraph ?? []))
    },
  }
}

const indexes = steppedPerObject((generation: Generation) => readRows(generation))

/** The phrase index of a generation, built at first use. */
export const phraseIndex = indexes.of
export const preparePhrases = indexes.prepare

/** The span of a paragraph's text that contains its words from `from` to `to`. */
export function rangeOf(words: readonly ExactWord[], { from, to }: Pick<PhrasePlace, 'from' | 'to'>): Range {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 }
}

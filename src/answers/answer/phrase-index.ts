import type { Article, Paragraph } from '../../corpus/article/article.ts'
import { firstWhere } from '../../language/text/first-where.ts'
import type { Range } from '../../language/text/range.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { oncePerObject } from '../../resources/once-per-key.ts'
import type { Place } from './citation.ts'
import { type ExactWord, exactWords } from './exact-words.ts'

/** An occurrence of consecutive words: the first and the last of them among the words of the paragraph. */
export interface PhrasePlace extends Place {
  /** Indexes into `exactWords` of the paragraph's text, end exclusive. */
  readonly from: number
  readonly to: number
}

/** The words of all paragraphs of a generation, of every kind, and of the titles that articles state. */
export interface PhraseIndex {
  /** Where these folded words are consecutive; at most `maxPlaces` places, in article order. */
  places(row: readonly string[]): readonly PhrasePlace[]
  /** All paragraphs in which they are consecutive. */
  paragraphs(row: readonly string[]): ReadonlySet<Paragraph>
  /** The articles whose whole title consists of them. */
  titles(row: readonly string[]): readonly Article[]
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

const blank = ' '
const rowEnd = '\n'

/** Folded words with a space before and after each. */
function wantedRow(words: readonly string[]): string {
  return `${blank}${words.join(blank)}${blank}`
}

function rowOf(words: readonly ExactWord[]): string {
  return wantedRow(words.map(({ folded }) => folded))
}

/** The number of spaces in a span of a text. */
function blanksIn(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf(blank, from); at >= 0 && at < to; at = text.indexOf(blank, at + 1)) count++
  return count
}

function readRows({ articles }: Pick<Generation, 'articles'>): PhraseIndex {
  const places: (Place & { readonly start: number })[] = []
  const rows: string[] = []
  const ids = new Map<string, number>()
  const idOf = (word: string): number => {
    const id = ids.get(word) ?? ids.size
    ids.set(word, id)
    return id
  }
  const titles = new Map<string, Article[]>()
  const paragraphs: Uint32Array[] = []
  let length = 0
  for (const article of articles) {
    if (article.titleIsOwn) {
      const title = rowOf(exactWords(article.title))
      titles.set(title, [...(titles.get(title) ?? []), article])
    }
    for (const paragraph of article.paragraphs) {
      const words = exactWords(paragraph.text)
      paragraphs.push(Uint32Array.from(words, ({ folded }) => idOf(folded)))
      const row = rowOf(words) + rowEnd
      places.push({ article, paragraph, start: length })
      rows.push(row)
      length += row.length
    }
  }
  const text = rows.join('')
  const pairs = pairFilter(paragraphs.reduce((sum, { length: count }) => sum + count, 0))
  for (const row of paragraphs) for (let at = 1; at < row.length; at++) pairs.add(row[at - 1] ?? 0, row[at] ?? 0)
  /** False only if these words are consecutive nowhere. */
  const mayHave = (row: readonly string[]) => {
    const known = row.map((word) => ids.get(word))
    return known.every((id, at) => {
      const before = known[at - 1]
      return id !== undefined && (before === undefined || pairs.mayHave(before, id))
    })
  }
  /** The index of the row that begins after an offset. */
  const rowAfter = (offset: number) => firstWhere(places, ({ start }) => start > offset)
  /** The words looked for last, and their places: a question about quoted words looks for them several times. */
  let last: { readonly wanted: string; readonly found: readonly PhrasePlace[] } | undefined
  return {
    titles: (row) => titles.get(wantedRow(row)) ?? [],
    places(row) {
      const found: PhrasePlace[] = []
      if (row.length === 0 || !mayHave(row)) return found
      const wanted = wantedRow(row)
      if (last?.wanted === wanted) return last.found
      for (let at = text.indexOf(wanted); at >= 0 && found.length < maxPlaces; at = text.indexOf(wanted, at + 1)) {
        const place = places[rowAfter(at) - 1]
        if (place === undefined) break
        const from = blanksIn(text, place.start, at)
        found.push({ article: place.article, paragraph: place.paragraph, from, to: from + row.length })
      }
      last = { wanted, found }
      return found
    },
    paragraphs(row) {
      const found = new Set<Paragraph>()
      if (row.length === 0 || !mayHave(row)) return found
      const wanted = wantedRow(row)
      for (let at = text.indexOf(wanted); at >= 0; ) {
        const next = rowAfter(at)
        const place = places[next - 1]
        if (place !== undefined) found.add(place.paragraph)
        at = text.indexOf(wanted, places[next]?.start ?? text.length)
      }
      return found
    },
  }
}

/** The phrase index of a generation, built at first use. */
export const phraseIndex = oncePerObject((generation: Generation): PhraseIndex => readRows(generation))

/** The span of a paragraph's text that contains its words from `from` to `to`. */
export function rangeOf(words: readonly ExactWord[], { from, to }: Pick<PhrasePlace, 'from' | 'to'>): Range {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 }
}

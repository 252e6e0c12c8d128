import type { Article } from '../../corpus/article.ts'
import type { Generation } from '../../library/generation.ts'
import type { Range } from '../../text/range.ts'
import type { Place } from '../cite.ts'
import { type ExactWord, exactWords } from './exact-words.ts'

/** A place where words stand in a row: the first and the last of them among the words of the paragraph. */
export interface WordPlace extends Place {
  /** Indexes into `exactWords` of the paragraph's text, end exclusive. */
  readonly from: number
  readonly to: number
}

/** The words of all paragraphs of a generation, of whatever kind, and of the titles that articles state. */
export interface WordRows {
  /** Where these folded words stand in a row; at most `maxPlaces` places, in the order of the articles. */
  places(row: readonly string[]): readonly WordPlace[]
  /** The articles whose whole title they are. */
  titles(row: readonly string[]): readonly Article[]
  /** Whether a folded word stands anywhere. */
  has(word: string): boolean
}

/** More places of the same words than anybody reads. */
export const maxPlaces = 100

const blank = ' '
const rowEnd = '\n'

function rowOf(words: readonly { readonly folded: string }[]): string {
  return `${blank}${words.map(({ folded }) => folded).join(blank)}${blank}`
}

/** How many times the blank stands in a stretch of a text. */
function blanksIn(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf(blank, from); at >= 0 && at < to; at = text.indexOf(blank, at + 1)) count++
  return count
}

function readRows({ articles }: Pick<Generation, 'articles'>): WordRows {
  const places: (Place & { readonly start: number })[] = []
  const rows: string[] = []
  const vocabulary = new Set<string>()
  const titles = new Map<string, Article[]>()
  let length = 0
  for (const article of articles) {
    if (article.titleIsOwn) {
      const title = rowOf(exactWords(article.title))
      titles.set(title, [...(titles.get(title) ?? []), article])
    }
    for (const paragraph of article.paragraphs) {
      const words = exactWords(paragraph.text)
      for (const { folded } of words) vocabulary.add(folded)
      const row = rowOf(words) + rowEnd
      places.push({ article, paragraph, start: length })
      rows.push(row)
      length += row.length
    }
  }
  const text = rows.join('')
  /** The last row that starts at or before an offset. */
  const rowAt = (offset: number) => {
    let [low, high] = [0, places.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((places[middle]?.start ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return places[low]
  }
  return {
    has: (word) => vocabulary.has(word),
    titles: (row) => titles.get(rowOf(row.map((folded) => ({ folded })))) ?? [],
    places(row) {
      const found: WordPlace[] = []
      if (row.length === 0 || !row.every((word) => vocabulary.has(word))) return found
      const wanted = `${blank}${row.join(blank)}${blank}`
      for (let at = text.indexOf(wanted); at >= 0 && found.length < maxPlaces; at = text.indexOf(wanted, at + 1)) {
        const place = rowAt(at)
        if (place === undefined) break
        const from = blanksIn(text, place.start, at)
        found.push({ article: place.article, paragraph: place.paragraph, from, to: from + row.length })
      }
      return found
    },
  }
}

const known = new WeakMap<Generation, WordRows>()

/** The word rows of a generation, read when they are first asked for. */
export function wordRows(generation: Generation): WordRows {
  const found = known.get(generation) ?? readRows(generation)
  known.set(generation, found)
  return found
}

/** The stretch of a paragraph's text in which its words from `from` to `to` stand. */
export function rangeOf(words: readonly ExactWord[], { from, to }: Pick<WordPlace, 'from' | 'to'>): Range {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 }
}

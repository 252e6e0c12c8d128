import { countBits, lettersOf } from '../../language/names/letter-set.ts'
import { similarity } from '../../language/names/names.ts'

/** Something that a user can find by typing a part of it. */
export interface Findable {
  /** The folded text that the typed text is compared with. */
  readonly folded: string
  /** Its folded words, which are compared with the typed words. */
  readonly words: readonly string[]
}

/** Suggestions, likeliest first, prepared once so that each keystroke takes a few milliseconds at most. */
export interface SuggestionList<T extends Findable> {
  /** The entries that the typed text (folded, with its words) may mean: at most `limit`, best first; ties by likelihood. */
  find(typed: string, typedWords: readonly string[], limit: number): readonly T[]
}

/**
 * The quality of a match: the beginning of the whole text, the beginning of words, or somewhere inside; otherwise the similarity of the
 * words, up to 1.
 */
const scores = { begins: 4, wordsBegin: 3, holds: 2 } as const
/** The minimum similarity (Jaro-Winkler) of a typo, and the minimum length of the typed text. */
const minAlike = 0.86
const minFuzzyLength = 3
/** Nobody types more words than this before choosing. The limit bounds the work for misspelt words. */
const maxFuzzyWords = 8

/**
 * The minimum share of a typed word's letters that a similar word contains, for words that are at least as long and for shorter words. From
 * Jaro-Winkler: with four equal letters at the beginning, the Jaro part must be 0.77. It is the mean of the shares of both words' letters
 * that match and of a third value of at most 1.
 */
const minShare = { longer: 0.65, shorter: 0.3 } as const

/** A word, and the set of its letters. */
interface KnownWord {
  readonly word: string
  readonly letters: number
}

/**
 * The similarity of an incomplete word to the first letters of another word (the same number of letters), or to the whole of it; 0 if so
 * many of its letters are missing that the similarity cannot be high enough.
 */
function nearness(typed: KnownWord, own: KnownWord): number {
  const { length } = typed.word
  const present = length - countBits(typed.letters & ~own.letters)
  if (present < length * (own.word.length < length ? minShare.shorter : minShare.longer)) return 0
  return Math.max(similarity(typed.word, own.word.slice(0, length)), similarity(typed.word, own.word))
}

/** The words of all entries, each with the indexes of the entries that have it. */
interface WordBook {
  /** In code unit order, so that words with the same beginning are adjacent. */
  readonly sorted: readonly string[]
  readonly placesOf: ReadonlyMap<string, readonly number[]>
  /** The words by their first and second letters: a typo seldom changes both. */
  readonly byLetter: ReadonlyMap<string, readonly KnownWord[]>
}

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

function readBook(things: readonly Findable[]): WordBook {
  const placesOf = new Map<string, number[]>()
  things.forEach(({ words }, place) => {
    for (const word of new Set(words)) addTo(placesOf, word, place)
  })
  const sorted = [...placesOf.keys()].sort()
  const byLetter = new Map<string, KnownWord[]>()
  for (const word of sorted) {
    const known = { word, letters: lettersOf(word) }
    for (const letter of new Set([word.charAt(0), word.charAt(1)])) addTo(byLetter, letter, known)
  }
  return { sorted, placesOf, byLetter }
}

/** The first index in a sorted list whose entry is not before `word`. */
function lowerBound(sorted: readonly string[], word: string): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sorted[middle] ?? '') < word) from = middle + 1
    else to = middle
  }
  return from
}

/** The indexes of the entries that have a word with this beginning. */
function placesBegun({ sorted, placesOf }: WordBook, beginning: string): ReadonlySet<number> {
  const places = new Set<number>()
  for (let at = lowerBound(sorted, beginning); sorted[at]?.startsWith(beginning) === true; at++)
    for (const place of placesOf.get(sorted[at] ?? '') ?? []) places.add(place)
  return places
}

/** The indexes of the entries with a word similar to this one, each with the similarity. */
function placesAlike(book: WordBook, typed: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  if (typed.length < minFuzzyLength) {
    for (const place of placesBegun(book, typed)) found.set(place, 1)
    return found
  }
  const known = { word: typed, letters: lettersOf(typed) }
  for (const own of book.byLetter.get(typed.charAt(0)) ?? []) {
    const alike = nearness(known, own)
    if (alike < minAlike) continue
    for (const place of book.placesOf.get(own.word) ?? []) found.set(place, Math.max(alike, found.get(place) ?? 0))
  }
  return found
}

/** The indexes of the entries that have a similar word for each typed word, with the lowest similarity. */
function placesAlikeToAll(book: WordBook, typedWords: readonly string[]): ReadonlyMap<number, number> {
  let all: Map<number, number> | undefined
  for (const typed of typedWords.slice(0, maxFuzzyWords)) {
    const alike = placesAlike(book, typed)
    const both: [number, number][] = [...(all ?? alike)].flatMap(([place, least]) => {
      const one = alike.get(place)
      return one === undefined ? [] : [[place, Math.min(least, one)]]
    })
    all = new Map(both)
    if (all.size === 0) break
  }
  return all ?? new Map()
}

export function suggestionList<T extends Findable>(things: readonly T[]): SuggestionList<T> {
  const book = readBook(things)
  return {
    find(typed, typedWords, limit) {
      const words = [...new Set(typedWords)]
      if (words.length === 0) return things.slice(0, limit)
      const begun = words.map((word) => placesBegun(book, word))
      const found: { readonly thing: T; readonly score: number }[] = []
      for (const [place, thing] of things.entries()) {
        if (thing.folded.startsWith(typed)) found.push({ thing, score: scores.begins })
        else if (begun.every((places) => places.has(place))) found.push({ thing, score: scores.wordsBegin })
        else if (thing.folded.includes(typed)) found.push({ thing, score: scores.holds })
      }
      // Similar words come after all of these.
      if (found.length < limit) {
        const known = new Set(found.map(({ thing }) => thing))
        const alike = [...placesAlikeToAll(book, words)].sort(([a], [b]) => a - b)
        for (const [place, score] of alike) {
          const thing = things[place]
          if (thing !== undefined && !known.has(thing)) found.push({ thing, score })
        }
      }
      return found
        .sort((a, b) => b.score - a.score)
        .slice(0, limit)
        .map(({ thing }) => thing)
    },
  }
}

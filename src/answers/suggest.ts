import { shortId } from '../library/article-ids.ts'
import type { Generation } from '../library/generation.ts'
import { similarity } from '../text/names.ts'
import { normalise, plainLine } from '../text/normalise.ts'
import { speakers } from './quotes.ts'
import { readTopics } from './topics.ts'

/** What can be suggested while someone types. */
export type SuggestionKind = 'speaker' | 'article' | 'topic'

/** Something to choose: what is shown, and what is then asked. */
export interface Suggestion {
  readonly name: string
  readonly value: string
}

interface Entry extends Suggestion {
  /** What is compared with the words typed. */
  readonly folded: string
  readonly words: readonly string[]
}

/** The most suggestions at a time. */
export const mostSuggestions = 25
const mostEntries = 5000
const longestTyped = 100
const leastAlike = 0.86
const shortestFuzzy = 3

type Entries = Readonly<Record<SuggestionKind, readonly Entry[]>>

const entriesOf = new WeakMap<Generation, Entries>()

function entry(name: string, value: string, compared = name, further: readonly string[] = []): Entry {
  const folded = normalise(compared)
  return { name, value, folded, words: [...new Set([folded, ...further.map(normalise)].flatMap(wordsOf))] }
}

function wordsOf(folded: string): readonly string[] {
  return folded.split(/[\s/_.-]+/).filter((word) => word !== '')
}

/** Everything that can be suggested from a generation, the most likely first; made once for each. */
function entries(generation: Generation): Entries {
  const known = entriesOf.get(generation)
  if (known !== undefined) return known
  const made: Entries = {
    speaker: speakers(generation)
      .slice(0, mostEntries)
      .map(({ name, quotations }) =>
        entry(`${name} (${quotations} ${quotations === 1 ? 'quotation' : 'quotations'})`, name, name),
      ),
    article: generation.articles.slice(0, mostEntries).map(({ id, title }) => {
      const short = shortId(generation.articles, id)
      return entry(`${short} · ${title}`, short, `${id} ${title}`)
    }),
    topic: readTopics(generation).map(({ text, forms }) => entry(text, text, text, forms)),
  }
  entriesOf.set(generation, made)
  return made
}

/** Makes all suggestions of a generation ready. */
export function prepareSuggestions(generation: Generation): void {
  entries(generation)
}

/** How well an entry fits what is typed: the beginning of the whole, of a word, somewhere inside, or nearly; 0: not. */
function closeness(typed: string, typedWords: readonly string[], { folded, words }: Entry): number {
  if (folded.startsWith(typed)) return 4
  if (typedWords.every((word) => words.some((own) => own.startsWith(word)))) return 3
  if (folded.includes(typed)) return 2
  const alike = typedWords.map((word) =>
    word.length < shortestFuzzy
      ? Number(words.some((own) => own.startsWith(word)))
      : Math.max(0, ...words.map((own) => (own[0] === word[0] || own[1] === word[0] ? nearness(word, own) : 0))),
  )
  const least = Math.min(1, ...alike)
  return least >= leastAlike ? least : 0
}

/** How alike a word being typed is to the same number of letters of another, or to the whole of it. */
function nearness(typed: string, own: string): number {
  return Math.max(similarity(typed, own.slice(0, typed.length)), similarity(typed, own))
}

/** What may be meant by the beginning of a word or name, perhaps with a slip: at most 25, the best and most frequent first. */
export function suggest(generation: Generation, kind: SuggestionKind, input: string): readonly Suggestion[] {
  const typed = normalise(plainLine(input.slice(0, longestTyped)))
  const all = entries(generation)[kind]
  const typedWords = wordsOf(typed)
  const found =
    typedWords.length === 0
      ? all
      : all
          .map((one) => ({ one, score: closeness(typed, typedWords, one) }))
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score)
          .map(({ one }) => one)
  return found.slice(0, mostSuggestions).map(({ name, value }) => ({ name, value }))
}

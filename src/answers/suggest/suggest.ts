import { setImmediate as otherWork, setTimeout as wait } from 'node:timers/promises'
import { normalise, plainLine } from '../../language/tokens/normalise.ts'
import { shortId } from '../../library/generation/article-ids.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { fixedText } from '../../messages/fixed-text.ts'
import { takeMeanwhile } from '../../resources/steps.ts'
import { type KnownSpeaker, speakers } from '../statements/quotes.ts'
import { type Findable, type SuggestionList, suggestionList } from './suggestion-list.ts'
import { readTopics, type Topic, topicSteps } from './topics.ts'

/** What can be suggested while someone types. */
export type SuggestionKind = 'speaker' | 'article' | 'topic'

/** A suggestion: the text shown, and the value used if it is chosen. */
export interface Suggestion {
  readonly name: string
  readonly value: string
}

interface Entry extends Suggestion, Findable {}

/** The maximum number of suggestions at a time. */
export const maxSuggestions = 25
const maxEntries = 5000
const maxTypedLength = 100
/** How long a keystroke waits for suggestions in preparation, in milliseconds: Discord accepts none after three seconds. */
const defaultPatienceMs = 2_000

type Lists = Map<SuggestionKind, SuggestionList<Entry>>
/** The finished lists of each generation, and the preparation in progress, by its parts. */
const listsOf = new WeakMap<Generation['parts'], Lists>()
const preparing = new WeakMap<Generation['parts'], Promise<void>>()

function entry(name: string, value: string, compared = name, further: readonly string[] = []): Entry {
  const folded = normalise(compared)
  return { name, value, folded, words: [...new Set([folded, ...further.map(normalise)].flatMap(wordsOf))] }
}

function wordsOf(folded: string): readonly string[] {
  return folded.split(/[\s/_.-]+/).filter((word) => word !== '')
}

function listsFor({ parts }: Generation): Lists {
  const lists: Lists = listsOf.get(parts) ?? new Map()
  listsOf.set(parts, lists)
  return lists
}

function topicList(topics: readonly Topic[]): SuggestionList<Entry> {
  return suggestionList(topics.map(({ text, forms }) => entry(text, text, text, forms)))
}

/** "3 quotations, 2 reports", without what there is none of. */
function statementCounts({ quotations, reports }: KnownSpeaker): string {
  return [
    ...(quotations === 0 ? [] : [fixedText('suggest.quotations', { count: quotations })]),
    ...(reports === 0 ? [] : [fixedText('suggest.reports', { count: reports })]),
  ].join(', ')
}

const makers: Readonly<Record<SuggestionKind, (generation: Generation) => SuggestionList<Entry>>> = {
  speaker: (generation) =>
    suggestionList(
      speakers(generation)
        .slice(0, maxEntries)
        .map((speaker) => entry(`${speaker.name} (${statementCounts(speaker)})`, speaker.name, speaker.name)),
    ),
  article: ({ articles }) =>
    suggestionList(
      articles.slice(0, maxEntries).map(({ id, title }) => {
        const short = shortId(articles, id)
        return entry(`${short} · ${title}`, short, `${id} ${title}`)
      }),
    ),
  topic: (generation) => topicList(readTopics(generation)),
}
const kinds = Object.keys(makers) as SuggestionKind[]

/** All suggestions of a kind, most likely first; created once per generation. */
function listOf(generation: Generation, kind: SuggestionKind): SuggestionList<Entry> {
  const lists = listsFor(generation)
  const made = lists.get(kind) ?? makers[kind](generation)
  lists.set(kind, made)
  return made
}

async function prepare(generation: Generation): Promise<void> {
  // Topics take longest, so they are read in steps.
  for (const kind of kinds.filter((one) => one !== 'topic')) {
    listOf(generation, kind)
    await otherWork()
  }
  listsFor(generation).set('topic', topicList(await takeMeanwhile(topicSteps(generation))))
}

/** Prepares all suggestions of a generation, once, a few milliseconds at a time, so that the thread can answer meanwhile. */
export function prepareSuggestions(generation: Generation): Promise<void> {
  const begun = preparing.get(generation.parts) ?? prepare(generation)
  preparing.set(generation.parts, begun)
  return begun
}

/** Suggestions for the beginning of a word or name, possibly misspelt: at most 25, the best and most frequent first. */
export function suggest(generation: Generation, kind: SuggestionKind, input: string): readonly Suggestion[] {
  const typed = normalise(plainLine(input.slice(0, maxTypedLength)))
  const found = listOf(generation, kind).find(typed, wordsOf(typed), maxSuggestions)
  return found.map(({ name, value }) => ({ name, value }))
}

/** The same during preparation: waits at most `patienceMs` for the suggestions, and returns none if they are not ready. */
export async function suggestInTime(
  generation: Generation,
  kind: SuggestionKind,
  input: string,
  patienceMs = defaultPatienceMs,
): Promise<readonly Suggestion[]> {
  const begun = preparing.get(generation.parts)
  if (begun !== undefined && !listsFor(generation).has(kind)) {
    const timer = new AbortController()
    await Promise.race([begun, wait(patienceMs, undefined, { signal: timer.signal })])
    timer.abort()
    if (!listsFor(generation).has(kind)) return []
  }
  return suggest(generation, kind, input)
}

import { analyse } from '../../language/analysis/analysed-paragraph.ts'
import type { Sentence } from '../../language/analysis/sentence.ts'
import { overlaps, type Range } from '../../language/text/range.ts'
import { unicodeRegExp } from '../../language/text/unicode-regexp.ts'
import { terms } from '../../language/tokens/terms.ts'
import { shortId } from '../../library/generation/article-ids.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { type MessageAnswer, type MessageLookup, maxItems } from '../answer/answer.ts'
import type { Citation } from '../answer/cited-text.ts'
import { exactWords, hasPhrase, isDependent } from '../answer/exact-words.ts'
import type { MatchItem } from '../answer/item.ts'
import { verify } from '../answer/verify.ts'
import { type MessagePart, messageParts, outside } from './message-parts.ts'
import { openPlaces, type Places } from './places.ts'
import { sameItems } from './same-items.ts'
import { sameStretches, wholePlaces } from './same-words.ts'
import { similarItems } from './similar-items.ts'

/** Text with fewer words, or fewer distinct content words, is looked up only if it is quoted, and then only word for word. */
const minWords = 4
const minTerms = 2
const clauseEnd = /[,;:()\u2013\u2014\u2026]\s|\s-+\s/u
const letterOrDigit = unicodeRegExp(String.raw`[\p{L}\p{N}]`)

/** The context of a lookup, besides the sentence. */
interface Lookup {
  readonly generation: Generation
  readonly places: Places
  readonly isQuoted: boolean
}

/** What was found for a part, and whether that covers all of its words. */
interface Outcome {
  readonly items: readonly MatchItem[]
  readonly isWhole: boolean
}

function isSentence(text: string): boolean {
  return exactWords(text).length >= minWords && new Set(terms(text).map(({ term }) => term)).size >= minTerms
}

/** Whether a part has enough content to be looked up. For quoted text, one word that is not a function word is enough. */
function isWorthwhile({ kind, text }: MessagePart): boolean {
  return kind === 'text' ? isSentence(text) : terms(text).length > 0
}

/** The clauses of a text outside of some spans that can be read on their own and have enough content. */
function clausesOutside(text: string, stretches: readonly Range[]): readonly string[] {
  return outside(text, stretches)
    .flatMap((part) => part.split(clauseEnd))
    .map((clause) => clause.trim())
    .filter((clause) => isSentence(clause) && !isDependent(clause))
}

/**
 * Looks up a sentence, given its spans (`stretches`) that articles have word for word: first the whole sentence in nearly the same words,
 * otherwise what is outside those spans.
 */
async function lookUpSentence(
  { generation, places, isQuoted }: Lookup,
  sentence: Sentence,
  stretches: readonly (Range & { readonly items: readonly MatchItem[] })[],
): Promise<Outcome> {
  const same = stretches.flatMap(({ items }) => items)
  const isCovered = terms(outside(sentence.text, stretches).join(' ')).length === 0
  if (isCovered) return { items: same, isWhole: true }
  const like = isSentence(sentence.text) ? await similarItems(generation, places, sentence) : []
  if (like.some(({ part }) => part.match !== 'similar')) return { items: like, isWhole: true }
  // If part of a quotation was found, the quotation is not looked up in other words as well.
  if (same.length > 0 && isQuoted) return { items: same, isWhole: false }
  if (same.length === 0 && like.length > 0) return { items: like, isWhole: false }
  const clauses = clausesOutside(sentence.text, stretches).flatMap((text) => analyse({ text }).sentences)
  const ofClauses = await Promise.all(clauses.map((clause) => similarItems(generation, places, clause)))
  return { items: [...same, ...ofClauses.flat()], isWhole: false }
}

/** Looks up a part: all of its words in a row, otherwise sentence by sentence. */
async function lookUp(generation: Generation, places: Places, { kind, text }: MessagePart): Promise<Outcome> {
  const words = exactWords(text)
  const search = { text, words, ...places }
  const whole = wholePlaces(search)
  if (whole.length > 0) return { items: sameItems(generation, places, text, whole), isWhole: true }
  const stretches = sameStretches(search).map(({ from, to, places: found }) => {
    const [start, end] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0]
    return { start, end, items: sameItems(generation, places, text.slice(start, end), found) }
  })
  // Text similar to a line of the block is found by that line.
  if (kind === 'block') return { items: stretches.flatMap(({ items }) => items), isWhole: false }
  const lookUps = analyse({ text }).sentences.map((sentence) => {
    // A span over several sentences belongs to the first of them; in the others, its words only count as covered.
    const inside = stretches
      .filter((stretch) => overlaps(stretch, sentence))
      .map(({ start, end, items }) => ({
        start: Math.max(0, start - sentence.start),
        end: Math.min(sentence.text.length, end - sentence.start),
        items: start >= sentence.start ? items : [],
      }))
    return lookUpSentence({ generation, places, isQuoted: kind !== 'text' }, sentence, inside)
  })
  const outcomes = await Promise.all(lookUps)
  return { items: outcomes.flatMap(({ items }) => items), isWhole: outcomes.every(({ isWhole }) => isWhole) }
}

function citesSameText(a: Citation, b: Citation): boolean {
  return a.file === b.file && a.paragraph === b.paragraph && overlaps(a, b)
}

/** Whether two items match the same words with the same span of an article. */
function isRepeat(a: MatchItem, b: MatchItem): boolean {
  return (
    citesSameText(a.snippet.citation, b.snippet.citation) &&
    hasPhrase(a.part.text, b.part.text) &&
    hasPhrase(b.part.text, a.part.text)
  )
}

function lackOf(text: string, looked: readonly MessagePart[]): MessageLookup['lacks'] {
  if (text === '') return 'text'
  if (!letterOrDigit.test(text)) return 'words'
  return looked.length === 0 ? 'content' : null
}

/**
 * What the articles have of a message's plain text: an item for each quotation, line of a block quote, clause and sentence that they have
 * word for word, nearly word for word, or in other words.
 */
export async function find(generation: Generation, text: string): Promise<MessageAnswer> {
  const { parts, isCut } = messageParts(text)
  const looked = parts.filter(isWorthwhile)
  const places = openPlaces(generation)
  const items: MatchItem[] = []
  const absent: string[] = []
  const titles: { readonly text: string; readonly article: string }[] = []
  const outcomes = await Promise.all(
    looked.map(async (part) => ({ part, ...(await lookUp(generation, places, part)) })),
  )
  for (const { part, ...outcome } of outcomes) {
    const known = items.flatMap(({ snippet, alsoIn }) => [snippet.citation, ...alsoIn])
    // Quoted text gets its own item. Other text adds nothing if its sentence is shown already.
    const fresh =
      part.kind === 'marked'
        ? outcome.items
        : outcome.items.filter(({ snippet }) => !known.some((one) => citesSameText(one, snippet.citation)))
    for (const item of fresh) if (!items.some((other) => isRepeat(item, other))) items.push(item)
    const named = places.rows.titles(exactWords(part.text).map(({ folded }) => folded))
    for (const { id } of named) titles.push({ text: part.text, article: shortId(generation.articles, id) })
    const isQuoted = part.kind === 'marked' || part.kind === 'line'
    const hasPart = items.some((item) => part.text.includes(item.part.text) && item.part.match !== 'similar')
    if (isQuoted && !outcome.isWhole && named.length === 0 && !(part.kind === 'line' && hasPart)) absent.push(part.text)
  }
  const lookup: MessageLookup = {
    lacks: lackOf(text, looked),
    absent,
    titles,
    hasSentences: looked.some(({ kind }) => kind === 'text'),
    isCut,
  }
  const base = { generation: generation.id, articles: generation.articles.length, lookup }
  if (items.length === 0) {
    return { ...base, status: 'nothing-found', instead: [], reason: { code: 'weak-match' }, nearest: [] }
  }
  return verify(generation, { ...base, status: 'answered', items: items.slice(0, maxItems), total: items.length })
}

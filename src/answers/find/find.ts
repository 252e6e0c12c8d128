import { shortId } from '../../library/article-ids.ts'
import type { Generation } from '../../library/generation.ts'
import { readSentences } from '../../reading/read-sentences.ts'
import { pattern } from '../../text/pattern.ts'
import { terms } from '../../text/terms.ts'
import { type AnswerItem, type Citation, type FoundInArticles, type LookedUp, mostItems } from '../answer.ts'
import { verify } from '../verify.ts'
import { type ExactWord, exactWords } from './exact-words.ts'
import { type MessagePart, messageParts } from './message-parts.ts'
import { openPlaces, type Places } from './places.ts'
import { sameItems } from './same-items.ts'
import { type SameWords, sameStretches, wholePlaces } from './same-words.ts'
import { similarItems } from './similar-items.ts'

/** A sentence of fewer distinct content words says too little to be found in other words. */
const minTerms = 3
/** What is not quoted and has fewer words, or content words, is not looked up. */
const minWords = 4
const minTermsOfText = 2
const letterOrDigit = pattern(String.raw`[\p{L}\p{N}]`)

/** What was found for a part, and whether that accounts for all of its words. */
interface Outcome {
  readonly items: readonly AnswerItem[]
  readonly isWhole: boolean
}

/** Whether a part says enough to be looked up; of a quotation two words do, one of them no function word. */
function isWorthwhile({ kind, text }: MessagePart): boolean {
  const [count, tells] = [exactWords(text).length, terms(text).length]
  return kind === 'text' ? count >= minWords && tells >= minTermsOfText : count > 1 && tells > 0
}

/** The words of a text that stand outside of some stretches, as texts in order. */
function leftOver(text: string, words: readonly ExactWord[], stretches: readonly SameWords[]): readonly string[] {
  const left: string[] = []
  let start = 0
  for (const { from, to } of stretches) {
    left.push(text.slice(start, words[from]?.start))
    start = words[to - 1]?.end ?? start
  }
  return [...left, text.slice(start)].map((part) => part.trim()).filter((part) => terms(part).length > 0)
}

/** Looks a part up: all of its words in a row, else the rows of them that the articles have, else sentences like its own. */
function lookUp(generation: Generation, places: Places, { kind, text }: MessagePart): Outcome {
  const words = exactWords(text)
  const search = { text, words, ...places }
  const whole = kind === 'text' && terms(text).length < minTerms ? [] : wholePlaces(search)
  if (whole.length > 0) return { items: sameItems(generation, places, text, whole), isWhole: true }
  const stretches = sameStretches(search)
  const items = stretches.flatMap(({ from, to, places: found }) =>
    sameItems(generation, places, text.slice(words[from]?.start, words[to - 1]?.end), found),
  )
  const left = leftOver(text, words, stretches)
  // A quotation of which a part was found is not looked for in other words: it would be found by the same part.
  if (kind !== 'text' && stretches.length > 0) return { items, isWhole: left.length === 0 }
  const others = left
    .flatMap((part) => readSentences(part))
    .filter((sentence) => new Set(sentence.terms.map(({ term }) => term)).size >= minTerms)
    .flatMap((sentence) => similarItems(generation, places, sentence))
  return { items: [...items, ...others], isWhole: false }
}

function overlaps(a: Citation, b: Citation): boolean {
  return a.file === b.file && a.paragraph === b.paragraph && a.start < b.end && b.start < a.end
}

function lackOf(text: string, looked: readonly MessagePart[]): LookedUp['lacks'] {
  if (text === '') return 'text'
  if (!letterOrDigit.test(text)) return 'words'
  return looked.length === 0 ? 'enough' : null
}

/**
 * What the articles hold of a message's plain text: an item for each quotation, line of a block quote, clause and sentence
 * that they have, word for word or nearly, or else say in other words.
 */
export function find(generation: Generation, text: string): FoundInArticles {
  const { parts, isCut } = messageParts(text)
  const looked = parts.filter(isWorthwhile)
  const places = openPlaces(generation)
  const items: AnswerItem[] = []
  const absent: string[] = []
  const titles: { readonly text: string; readonly article: string }[] = []
  for (const part of looked) {
    const outcome = lookUp(generation, places, part)
    const known = items.flatMap(({ snippet, alsoIn }) => [snippet.citation, ...alsoIn])
    // What is quoted gets an item of its own; other words add nothing where their sentence is shown already.
    const fresh =
      part.kind === 'marked'
        ? outcome.items
        : outcome.items.filter(({ snippet }) => !known.some((one) => overlaps(one, snippet.citation)))
    items.push(...fresh)
    const named = places.rows.titles(exactWords(part.text).map(({ folded }) => folded))
    for (const { id } of named) titles.push({ text: part.text, article: shortId(generation.articles, id) })
    const isQuoted = part.kind === 'marked' || part.kind === 'line'
    const hasPart = items.some(
      (item) => item.part !== undefined && part.text.includes(item.part.text) && item.part.match !== 'similar',
    )
    if (isQuoted && !outcome.isWhole && named.length === 0 && !(part.kind === 'line' && hasPart)) absent.push(part.text)
  }
  const lookedUp: LookedUp = {
    lacks: lackOf(text, looked),
    absent,
    titles,
    hasSentences: looked.some(({ kind }) => kind === 'text'),
    isCut,
  }
  const base = { generation: generation.id, articles: generation.articles.length, lookedUp }
  if (items.length === 0) {
    return { ...base, status: 'nothing-found', reason: { code: 'weak-match', words: [] }, nearest: [] }
  }
  return verify(generation, { ...base, status: 'answered', items: items.slice(0, mostItems), total: items.length })
}

import type { Range } from '../../language/text/range.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { said } from '../../reading/statements/same-utterance.ts'
import type { Utterance } from '../../reading/statements/utterances.ts'
import { cite, type Place, toSnippet } from '../answer/citation.ts'
import { exactWords, wordsAround } from '../answer/exact-words.ts'
import type { MatchItem } from '../answer/item.ts'
import { type PhrasePlace, rangeOf } from '../answer/phrase-index.ts'
import { quotationItem } from '../statements/statement-item.ts'
import type { Places } from './places.ts'
import { negations } from './says-otherwise.ts'

/** The maximum number of statements and sentences shown for one part of a message; a few words can occur in many. */
const maxShown = 3
const minWordsOfStatement = 6

/** A place with the words searched for. */
interface Spot extends Place {
  readonly range: Range
  /** The whole sentences around them. */
  readonly around: Range
  readonly utterance: Utterance | undefined
  /** Whether the article has the words between quotation marks, even if only as a term. */
  readonly isMarked: boolean
  /** The words that negate them in the article's clause. */
  readonly negations: readonly string[]
}

const openingMark = /["\u201c\u201e\u00ab\u00bb'\u2018\u201a]$/u

function spotOf(places: Places, place: PhrasePlace): Spot {
  const { article, paragraph } = place
  const range = rangeOf(places.wordsOf(paragraph), place)
  const around = places.sentencesAround(paragraph, range)
  const { text } = paragraph
  return {
    article,
    paragraph,
    range,
    around,
    utterance: places.quotationAt(paragraph, range),
    isMarked: openingMark.test(text.slice(0, range.start)),
    negations: negations(wordsAround(places.wordsOf(paragraph), places.boundariesOf(paragraph), place)).map(
      ({ start, end }) => text.slice(start, end),
    ),
  }
}

/**
 * The key of spots that are shown as one item: the words of the whole quotation and whether it is denied, or the words of the whole
 * sentences.
 */
function keyOf({ paragraph, around, utterance }: Spot): string {
  const { start, end } = utterance?.content ?? around
  const words = exactWords(paragraph.text.slice(start, end)).map(({ folded }) => folded)
  const kind = utterance === undefined ? 'text' : said(utterance).isDeniedBefore ? 'denied' : 'quotation'
  return [kind, ...words].join(' ')
}

function itemOf(generation: Generation, [first, ...others]: readonly [Spot, ...Spot[]]): Omit<MatchItem, 'part'> {
  const { utterance, range, around } = first
  if (utterance !== undefined) {
    const same = others.flatMap((other) => other.utterance ?? [])
    return { ...quotationItem(generation, utterance, same, [range]), kind: 'match' }
  }
  const elsewhere = others.filter(
    (other, at) => ![first, ...others.slice(0, at)].some(({ paragraph }) => paragraph === other.paragraph),
  )
  return {
    kind: 'match',
    statement: null,
    snippet: toSnippet(generation, first, around, [range]),
    alsoIn: elsewhere.map((other) => cite(generation, other, other.around)),
  }
}

/**
 * The items for a part of a message that the articles have word for word: one for each quotation or sentence with the words, and its copies
 * as further citations. Quotations come first, then the items with the most places, and negated ones last.
 */
export function sameItems(
  generation: Generation,
  places: Places,
  text: string,
  found: readonly PhrasePlace[],
): readonly MatchItem[] {
  const groups = new Map<string, [Spot, ...Spot[]]>()
  for (const place of found) {
    const spot = spotOf(places, place)
    const key = keyOf(spot)
    const group = groups.get(key)
    if (group) group.push(spot)
    else groups.set(key, [spot])
  }
  const rank = ([{ utterance, isMarked, negations: beside }]: readonly [Spot, ...Spot[]]) =>
    4 * Number(beside.length === 0) + 2 * Number(utterance !== undefined) + Number(isMarked)
  const ordered = [...groups.values()].sort((a, b) => rank(b) - rank(a) || b.length - a.length)
  const most = exactWords(text).length < minWordsOfStatement ? 1 : maxShown
  const further = Math.max(0, ordered.length - most)
  return ordered.slice(0, most).map((group) => {
    const [{ negations: beside }] = group
    const match = beside.length === 0 ? 'same' : 'negated'
    return {
      ...itemOf(generation, group),
      part: { text, match, onlyInMessage: [], onlyInSnippet: [...new Set(beside)], further },
    }
  })
}

import type { Generation } from '../../library/generation.ts'
import type { Utterance } from '../../reading/utterances.ts'
import type { Range } from '../../text/range.ts'
import type { AnswerItem } from '../answer.ts'
import { cite, type Place, snip } from '../cite.ts'
import { statementItem } from '../statement-item.ts'
import { exactWords } from './exact-words.ts'
import { isTerm } from './message-parts.ts'
import type { Places } from './places.ts'
import { rangeOf, type WordPlace } from './word-rows.ts'

/** The most statements and sentences that are shown for one part of a message; a term stands in many. */
const maxShown = 3
const maxShownOfTerm = 1

/** A place with the words that were looked for. */
interface Spot extends Place {
  readonly range: Range
  /** The whole sentences that have them. */
  readonly around: Range
  readonly utterance: Utterance | undefined
}

function spotOf(places: Places, place: WordPlace): Spot {
  const { article, paragraph } = place
  const range = rangeOf(places.wordsOf(paragraph), place)
  const around = places.sentencesAround(paragraph, range)
  return { article, paragraph, range, around, utterance: places.quotationAt(paragraph, range) }
}

/** What spots share that are shown as one item: the words of the whole quotation, or of the whole sentences. */
function keyOf({ paragraph, around, utterance }: Spot): string {
  const { start, end } = utterance?.quotation ?? around
  const said = exactWords(paragraph.text.slice(start, end)).map(({ folded }) => folded)
  return [utterance === undefined ? 'text' : 'quotation', ...said].join(' ')
}

function itemOf(generation: Generation, [first, ...others]: readonly [Spot, ...Spot[]]): AnswerItem {
  const { utterance, range, around } = first
  if (utterance !== undefined) {
    const same = others.flatMap((other) => other.utterance ?? [])
    return statementItem(generation, utterance, same, [range])
  }
  const elsewhere = others.filter(
    (other, at) => ![first, ...others.slice(0, at)].some(({ paragraph }) => paragraph === other.paragraph),
  )
  return {
    snippet: snip(generation, first, around, [range]),
    alsoIn: elsewhere.map((other) => cite(generation, other, other.around)),
  }
}

/**
 * The items of a part of a message whose words the articles have in a row: one for each quotation or sentence that has
 * them, its copies as further citations; quotations first, then what most places have.
 */
export function sameItems(
  generation: Generation,
  places: Places,
  text: string,
  found: readonly WordPlace[],
): readonly AnswerItem[] {
  const groups = new Map<string, [Spot, ...Spot[]]>()
  for (const place of found) {
    const spot = spotOf(places, place)
    const key = keyOf(spot)
    const group = groups.get(key)
    if (group) group.push(spot)
    else groups.set(key, [spot])
  }
  const isQuotation = ([{ utterance }]: readonly [Spot, ...Spot[]]) => Number(utterance !== undefined)
  const ordered = [...groups.values()].sort((a, b) => isQuotation(b) - isQuotation(a) || b.length - a.length)
  const most = isTerm(text) ? maxShownOfTerm : maxShown
  const further = Math.max(0, ordered.length - most)
  return ordered.slice(0, most).map((group) => ({
    ...itemOf(generation, group),
    part: { text, match: 'same', onlyInMessage: [], onlyInSnippet: [], further },
  }))
}

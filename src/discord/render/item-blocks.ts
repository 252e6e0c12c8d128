import type { AnswerItem } from '../../answers/answer/answer.ts'
import { matchOf, partLines } from './answered-part.ts'
import { blockQuote, fitSentences } from './block-quote.ts'
import { citationLines, inline } from './citation-lines.ts'
import { differencesOf, sourcesOf, spokenBy, variantsOf } from './source-lines.ts'

/** An item and its number in the whole answer, from 1; null where it is the only one. */
export interface NumberedItem {
  readonly number: number | null
  readonly item: AnswerItem
}

/** Characters of a block quote at least, however much stands round it. */
const minQuoteLength = 300
const small = '-# '

/** A snippet as a block quote of at most `most` characters, cut at a sentence's end where it is too long, with what is left. */
export function quote({ text, highlights }: AnswerItem['snippet'], most: number): readonly string[] {
  const { text: shown, highlights: marked, left } = fitSentences(text, highlights, most)
  if (left === 0) return [blockQuote(shown, marked)]
  const count = left.toLocaleString('en')
  if (shown === '') return [`${small}This sentence has ${count} characters, which is more than can be shown here.`]
  return [blockQuote(shown, marked), `${small}… and ${count} more characters`]
}

/** An item as a block of lines of about `most` characters. */
export function itemBlock({ item, number }: NumberedItem, most: number): string {
  const label = item.label === undefined ? null : inline(item.label)
  const match = item.part === undefined ? null : matchOf(item.part)
  const head = [number === null ? null : `**${number}**`, label, match, sourcesOf(item)].filter((part) => part !== null)
  const part = item.part === undefined ? [] : partLines(item.part)
  const heading = [...(head.length === 0 ? [] : [head.join(' · ')]), ...part]
  const sources = citationLines([item.snippet.citation, ...item.alsoIn])
  const below = [...spokenBy(item), ...variantsOf(item), ...differencesOf(item), ...sources]
  const taken = [...heading, ...below].join('\n').length
  return [...heading, ...quote(item.snippet, Math.max(minQuoteLength, most - taken)), ...below].join('\n')
}

/** Items as blocks of together about `room` characters: where they do not fit, the long ones share what the short ones leave. */
export function itemBlocks(items: readonly NumberedItem[], room: number): readonly string[] {
  const blocks = items.map((item) => itemBlock(item, room))
  const lengths = blocks.map(({ length }) => length)
  if (lengths.reduce((sum, length) => sum + length, 0) <= room) return blocks
  const share = room / items.length
  const spare = lengths.reduce((sum, length) => sum + Math.max(0, share - length), 0)
  const long = lengths.filter((length) => length > share).length
  return items.map((item, at) => {
    const block = blocks[at] ?? ''
    return block.length <= share ? block : itemBlock(item, Math.floor(share + spare / long))
  })
}

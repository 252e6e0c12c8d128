import type { Item, Snippet } from '../../answers/answer/answer.ts'
import { blockQuote, fitSentences } from './block-quote.ts'
import { citationLines, inline } from './citation-lines.ts'
import { matchText, partLines } from './matched-part.ts'
import { differenceLines, statementLines, supportText } from './source-lines.ts'

/** An item and its number in the whole answer, from 1; null where it is the only one. */
export interface NumberedItem {
  readonly number: number | null
  readonly item: Item
}

/** Characters of a block quote at least, however much stands round it. */
const minQuoteLength = 300
const small = '-# '

/** A snippet as a block quote of at most `most` characters, cut at a sentence's end where it is too long, with what is left. */
export function quote({ text, highlights }: Snippet, most: number): readonly string[] {
  const { text: shown, highlights: marked, left } = fitSentences(text, highlights, most)
  if (left === 0) return [blockQuote(shown, marked)]
  const count = left.toLocaleString('en')
  if (shown === '') return [`${small}This sentence has ${count} characters, which is more than can be shown here.`]
  return [blockQuote(shown, marked), `${small}… and ${count} more characters`]
}

/** What only one kind of item shows: words for its first line, lines above its quote, and lines below it. */
interface Details {
  readonly title: string | null
  readonly above: readonly string[]
  readonly below: readonly string[]
}

function detailsOf(item: Item): Details {
  switch (item.kind) {
    case 'sentence':
      return { title: null, above: [], below: [] }
    case 'quotation':
      return { title: null, above: [], below: statementLines(item.statement) }
    case 'fact':
      return { title: item.label === null ? null : inline(item.label), above: [], below: differenceLines(item) }
    case 'match':
      return {
        title: matchText(item.part),
        above: partLines(item.part),
        below: item.statement === null ? [] : statementLines(item.statement),
      }
  }
}

/** An item as a block of lines of about `most` characters. */
export function itemBlock({ item, number }: NumberedItem, most: number): string {
  const { title, above, below } = detailsOf(item)
  const head = [number === null ? null : `**${number}**`, title, supportText(item)].filter((part) => part !== null)
  const before = [...(head.length === 0 ? [] : [head.join(' · ')]), ...above]
  const after = [...below, ...citationLines([item.snippet.citation, ...item.alsoIn])]
  const taken = [...before, ...after].join('\n').length
  return [...before, ...quote(item.snippet, Math.max(minQuoteLength, most - taken)), ...after].join('\n')
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

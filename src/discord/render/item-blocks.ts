import { fieldNames, sourceText } from '../../../commands/support/metadata-text.ts'
import type { ContextText, Snippet } from '../../answers/answer/cited-text.ts'
import type { Item, MetadataItem, TextItem } from '../../answers/answer/item.ts'
import { toMarkdown } from '../markdown/escape-markdown.ts'
import { blockQuote, fitSentences } from './block-quote.ts'
import { articleLine, citationLines, inline, linkTarget, opening } from './citation-lines.ts'
import { matchText, partLines } from './matched-part.ts'
import { differenceLines, quotationLines, reportedLines, supportText } from './source-lines.ts'

/** An item and its number in the whole answer, from 1; null if it is the only one. */
export interface NumberedItem {
  readonly number: number | null
  readonly item: Item
}

/** The minimum length of a block quote, however long the lines around it are. */
const minQuoteLength = 300
const small = '-# '
/** The longest line of context, and all lines above or below a quote. */
const maxContextLine = 200
const maxContextLength = 700
/** The longest value of a detail that is shown. */
const maxValueLength = 300

/** A snippet as a block quote of at most `maxLength` characters. A longer one is cut at the end of a sentence, and the rest is counted. */
export function quote({ text, highlights }: Snippet, maxLength: number): readonly string[] {
  const { text: shown, highlights: marked, left } = fitSentences(text, highlights, maxLength)
  if (left === 0) return [blockQuote(shown, marked)]
  const count = left.toLocaleString('en')
  if (shown === '') return [`${small}This sentence has ${count} characters: too long to show here.`]
  return [blockQuote(shown, marked), `${small}… and ${count} more characters`]
}

/** The paragraphs above or below a snippet that it cannot be understood without, each as a line of small print. */
function contextLines({ context }: Snippet, position: ContextText['position']): readonly string[] {
  let length = 0
  return context.flatMap((one) => {
    if (one.position !== position) return []
    const line = `${small}${position}, ¶${one.citation.paragraph}: ${toMarkdown(opening(one.text.replaceAll('\n', ' '), maxContextLine))}`
    length += line.length
    return length > maxContextLength ? [] : [line]
  })
}

/** What only one kind of item shows: words for its first line, lines above its quote, and lines below it. */
interface Details {
  readonly title: string | null
  readonly above: readonly string[]
  readonly below: readonly string[]
}

function detailsOf(item: TextItem): Details {
  switch (item.kind) {
    case 'sentence':
      return { title: null, above: [], below: [] }
    case 'quotation':
      return { title: null, above: [], below: quotationLines(item.statement) }
    case 'report':
      return { title: null, above: [], below: reportedLines(item.statement) }
    case 'fact':
      return { title: item.label === null ? null : inline(item.label), above: [], below: differenceLines(item) }
    case 'match':
      return {
        title: matchText(item.part),
        above: partLines(item.part),
        below: item.statement === null ? [] : quotationLines(item.statement),
      }
  }
}

/** What is known about an article, with where it was read. Never a quote. */
function metadataBlock({ field, value, article, readFrom }: MetadataItem, number: number | null): string {
  const shown = inline(opening(value, maxValueLength))
  const target = field === 'url' ? linkTarget(value) : null
  const head = [
    ...(number === null ? [] : [`**${number}**`]),
    `${fieldNames[field]}: ${shown}`,
    ...(target === null ? [] : [`[open](<${target}>)`]),
  ]
  return [head.join(' · '), `${small}${sourceText(readFrom)}`, articleLine(article)].join('\n')
}

/** An item as a block of lines of about `maxLength` characters. */
export function itemBlock({ item, number }: NumberedItem, maxLength: number): string {
  return item.kind === 'metadata' ? metadataBlock(item, number) : textBlock(item, number, maxLength)
}

function textBlock(item: TextItem, number: number | null, maxLength: number): string {
  const { title, above, below } = detailsOf(item)
  const head = [number === null ? null : `**${number}**`, title, supportText(item)].filter((part) => part !== null)
  const before = [...(head.length === 0 ? [] : [head.join(' · ')]), ...above, ...contextLines(item.snippet, 'above')]
  const after = [
    ...contextLines(item.snippet, 'below'),
    ...below,
    ...citationLines([item.snippet.citation, ...item.alsoIn]),
  ]
  const taken = [...before, ...after].join('\n').length
  return [...before, ...quote(item.snippet, Math.max(minQuoteLength, maxLength - taken)), ...after].join('\n')
}

/** Items as blocks of about `maxLength` characters in all. If they do not fit, the long ones share what the short ones leave. */
export function itemBlocks(items: readonly NumberedItem[], maxLength: number): readonly string[] {
  const blocks = items.map((item) => itemBlock(item, maxLength))
  const lengths = blocks.map(({ length }) => length)
  if (lengths.reduce((sum, length) => sum + length, 0) <= maxLength) return blocks
  const share = maxLength / items.length
  const spare = lengths.reduce((sum, length) => sum + Math.max(0, share - length), 0)
  const long = lengths.filter((length) => length > share).length
  return items.map((item, at) => {
    const block = blocks[at] ?? ''
    return block.length <= share ? block : itemBlock(item, Math.floor(share + spare / long))
  })
}

import { shownLabel } from '../../../../commands/support/texts/fact-text.ts'
import { fieldNames, sourceText } from '../../../../commands/support/texts/metadata-text.ts'
import type { ContextText, Snippet } from '../../../answers/answer/cited-text.ts'
import type { FactItem, Item, MetadataItem, TextItem } from '../../../answers/answer/item.ts'
import { onlyInLabel } from '../../../answers/facts/fact-label.ts'
import { fixedText } from '../../../messages/fixed-text.ts'
import { articleLine } from '../sources/citation-lines.ts'
import { disagreementLines } from '../sources/difference-lines.ts'
import { sourceLine } from '../sources/source-line.ts'
import { blockQuote, fitSentences, type QuoteSize } from '../text/block-quote.ts'
import { dayText } from '../text/day-text.ts'
import { inline, opening } from '../text/inline-text.ts'
import { linkTarget } from '../text/link.ts'
import { small } from '../text/small-print.ts'
import { matchText, partLines } from './matched-part.ts'
import { speakerLines } from './statement-lines.ts'

/** An item as a page shows it. */
export interface ShownItem {
  /** Its number in the whole answer, from 1; null if it has none. */
  readonly number: number | null
  readonly item: Item
  /** `small`: it is shown below the answer, and is not an answer itself. */
  readonly size: QuoteSize
}

/** The minimum length of a block quote, however long the lines around it are. */
const minQuoteLength = 300
/** The longest paragraph of context, and all of it above or below a quote. */
const maxContextText = 200
const maxContextLength = 700
/** The longest title in a heading. */
const maxTitleLength = 60
/** The longest value of a detail that is shown. */
const maxValueLength = 300

/** A snippet as a block quote of at most `maxLength` characters. A longer one is cut at the end of a sentence, and the rest is counted. */
export function quote({ text, highlights }: Snippet, maxLength: number, size: QuoteSize = 'normal'): readonly string[] {
  const { text: shown, highlights: marked, left } = fitSentences(text, highlights, maxLength, size)
  if (left === 0) return [blockQuote(shown, marked, size)]
  const characters = left.toLocaleString('en')
  if (shown === '') return [`${small}${fixedText('answer.too-long', { characters })}`]
  return [blockQuote(shown, marked, size), `${small}${fixedText('answer.characters-left', { characters })}`]
}

/**
 * The paragraphs above or below a snippet that it cannot be understood without, as a small quote. A line with their numbers is between
 * them and the snippet.
 */
function contextLines({ context }: Snippet, position: ContextText['position']): readonly string[] {
  let length = 0
  const shown = context.flatMap((one) => {
    if (one.position !== position) return []
    const text = blockQuote(opening(one.text.replaceAll('\n', ' '), maxContextText), [], 'small')
    length += text.length
    return length > maxContextLength ? [] : [{ text, paragraph: `¶${one.citation.paragraph}` }]
  })
  if (shown.length === 0) return []
  const paragraphs = [...new Set(shown.map(({ paragraph }) => paragraph))].join(', ')
  const quotes = shown.map(({ text }) => text)
  return position === 'above'
    ? [...quotes, `${small}${fixedText('answer.context-above', { paragraphs })}`]
    : [`${small}${fixedText('answer.context-below', { paragraphs })}`, ...quotes]
}

/** The heading of a fact: a day in words, and an article by its title instead of its id. */
function labelLines(item: FactItem): readonly string[] {
  const { citation } = item.snippet
  const label = shownLabel(item)
  if (label === null) return []
  const isOnly = label === onlyInLabel(citation.shortId)
  return [`**${inline(isOnly ? onlyInLabel(`“${opening(citation.title, maxTitleLength)}”`) : dayText(label))}**`]
}

/** The lines above a quote that only one kind of item has. */
function leadLines(item: TextItem): readonly string[] {
  switch (item.kind) {
    case 'quotation':
    case 'report':
      return []
    case 'sentence':
      return disagreementLines(item.differences)
    case 'fact':
      return [...labelLines(item), ...disagreementLines(item.differences)]
    case 'match':
      return [`${matchText(item.part)}`, ...partLines(item.part)]
  }
}

/** What is known about an article, with where it was read. Never a quote. */
function metadataBlock({ field, value, article, readFrom }: MetadataItem, number: number | null): string {
  const shown = inline(opening(field === 'date' ? dayText(value) : value, maxValueLength))
  const target = field === 'url' ? linkTarget(value) : null
  const head = [
    ...(number === null ? [] : [`**${number}**`]),
    `${fieldNames[field]}: **${shown}**`,
    ...(target === null ? [] : [`[${fixedText('answer.open')}](<${target}>)`]),
  ]
  return [head.join(' · '), `${small}${sourceText(readFrom)}`, articleLine(article)].join('\n')
}

/** An item as a block of lines of about `maxLength` characters. */
export function itemBlock({ item, number, size }: ShownItem, maxLength: number): string {
  if (item.kind === 'metadata') return metadataBlock(item, number)
  const inSize = (line: string) => (size === 'normal' || line.startsWith(small) ? line : `${small}${line}`)
  const before = [...leadLines(item).map(inSize), ...contextLines(item.snippet, 'above')]
  const after = [...contextLines(item.snippet, 'below'), ...speakerLines(item).map(inSize), sourceLine(item, number)]
  const taken = [...before, ...after].join('\n').length
  return [...before, ...quote(item.snippet, Math.max(minQuoteLength, maxLength - taken), size), ...after].join('\n')
}

/** Items as blocks of about `maxLength` characters in all. If they do not fit, the long ones share what the short ones leave. */
export function itemBlocks(items: readonly ShownItem[], maxLength: number): readonly string[] {
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

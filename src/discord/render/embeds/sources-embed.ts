import type { APIEmbed } from 'discord-api-types/v10'
import { citedArticles } from '../../../../commands/support/reply/reply.ts'
import { supportTexts } from '../../../../commands/support/texts/fact-text.ts'
import type { TextItem } from '../../../answers/answer/item.ts'
import { fixedText } from '../../../messages/fixed-text.ts'
import type { ShownItem } from '../items/item-blocks.ts'
import { furtherStatementLines } from '../items/statement-lines.ts'
import { articleLine, citationLines } from '../sources/citation-lines.ts'
import { andMore, differenceLines } from '../sources/difference-lines.ts'
import { blockQuote } from '../text/block-quote.ts'
import { inline, opening, quoted } from '../text/inline-text.ts'
import { small } from '../text/small-print.ts'
import { blue } from './colours.ts'

const maxOpeningLength = 80
/** The longest snippet that is shown whole; of a longer one, only the part that reports the fact, or the beginning. */
const maxQuoteLength = 300
const maxFocusLength = 500
const maxLength = 3800
const maxCitations = 25

/** How many articles report a fact, and how well it is supported, as a line. */
function supportLines(item: TextItem): readonly string[] {
  if (item.kind !== 'fact' || item.support === null) return []
  const articles = citedArticles([item])
  const texts = [
    ...(articles === 1 ? [] : [fixedText('fact.in-articles', { count: articles })]),
    ...supportTexts(item.support, articles, quoted),
  ]
  return texts.length === 0 ? [] : [`${small}${texts.join(', ')}`]
}

/** What an item quotes, as a quote of at most about `length` characters. */
function quoteOf(item: TextItem, length: number): string {
  const { text, highlights } = item.snippet
  if (text.length <= maxQuoteLength) {
    const whole = blockQuote(text, highlights, 'small')
    if (whole.length <= length) return whole
  }
  const { start, end } = item.kind === 'fact' ? item.focus : { start: 0, end: text.length }
  const focus = opening(text.slice(start, end), item.kind === 'fact' ? maxFocusLength : maxQuoteLength)
  const isCut = end < text.length && !focus.endsWith('…')
  const shown = blockQuote(`${start > 0 ? '…' : ''}${focus}${isCut ? '…' : ''}`, [], 'small')
  return shown.length <= length ? shown : blockQuote(opening(text, maxOpeningLength), [], 'small')
}

/** Every source of an item, with all that they say differently, in lines of about `length` characters. */
function sourcesBlock({ item, number }: ShownItem, length: number): readonly string[] {
  const mark = number === null ? '' : `**${number}** `
  if (item.kind === 'metadata')
    return [`${mark}${inline(opening(item.value, maxOpeningLength))}`, articleLine(item.article)]
  const all = [item.snippet.citation, ...item.alsoIn]
  return [
    quoteOf(item, length / 2),
    ...citationLines(all.slice(0, maxCitations), number),
    ...andMore(all.length, maxCitations, 'place'),
    ...supportLines(item),
    ...(item.kind === 'fact' || item.kind === 'sentence' ? differenceLines(item.differences) : []),
    ...furtherStatementLines(item),
  ]
}

/** The lines of a block that fit into a length, with a count of the rest. */
function fitLines(lines: readonly string[], length: number): string {
  const shown: string[] = []
  let used = 0
  for (const line of lines) {
    used += line.length + 1
    if (used > length) break
    shown.push(line)
  }
  const left = lines.length - shown.length
  return [...shown, ...(left === 0 ? [] : [`${small}${fixedText('sources.more-lines', { count: left })}`])].join('\n')
}

/** Every source of what a page shows, as an embed. */
export function renderSources(items: readonly ShownItem[]): APIEmbed {
  const share = Math.floor(maxLength / Math.max(1, items.length))
  return {
    color: blue,
    title: fixedText('sources.heading'),
    description: items.map((item) => fitLines(sourcesBlock(item, share), share)).join('\n\n'),
  }
}

import type { APIEmbed } from 'discord-api-types/v10'
import type { Reply, ReplyLine } from '../../commands/reply.ts'
import type { AnswerItem } from '../answers/answer.ts'
import type { Shown } from './asked.ts'
import { fitsTitle } from './asked.ts'
import { citationLines, inline, opening } from './citations.ts'
import { paginate } from './pages.ts'
import { differencesOf, sourcesOf, spokenBy } from './sources.ts'
import { blockQuote, fitSentences } from './verbatim.ts'

/** An item and its number in the whole answer, from 1; null where it is the only one. */
export interface NumberedItem {
  readonly number: number | null
  readonly item: AnswerItem
}

/** One page of an answer: the embed, and the items on it. */
export interface Page {
  readonly embed: APIEmbed
  readonly items: readonly NumberedItem[]
}

const colours = { answered: 0x3b_82_f6, 'nothing-found': 0x9c_a3_af, error: 0xef_44_44 } as const

const mostItems = 3
const mostLines = 15
/** The same where there can be no second page. */
const mostWithoutPages = 25
/** Characters of a page's text, with space left for the heading in it and what stands round it. */
const room = 3200
/** Characters of a block quote and of what stands round it, and of the quote at least. */
const quoteRoom = 3000
const leastQuoteRoom = 600
const longestLine = 300
const small = '-# '

/** A snippet as a block quote, cut at a sentence's end where it is too long, with what is left. */
export function quote({ text, highlights }: AnswerItem['snippet'], most = quoteRoom): readonly string[] {
  const { text: shown, highlights: marked, left } = fitSentences(text, highlights, most)
  if (left === 0) return [blockQuote(shown, marked)]
  const count = left.toLocaleString('en')
  if (shown === '') return [`${small}This sentence has ${count} characters, which is more than can be shown here.`]
  return [blockQuote(shown, marked), `${small}… and ${count} more characters`]
}

/** An item as a block of lines. */
function itemBlock({ item, number }: NumberedItem): string {
  const label = item.label === undefined ? null : inline(item.label)
  const head = [number === null ? null : `**${number}**`, label, sourcesOf(item)].filter((part) => part !== null)
  const heading = head.length === 0 ? [] : [head.join(' · ')]
  const below = [...spokenBy(item), ...differencesOf(item), ...citationLines([item.snippet.citation, ...item.alsoIn])]
  const taken = [...heading, ...below].join('\n').length
  return [...heading, ...quote(item.snippet, Math.max(leastQuoteRoom, quoteRoom - taken)), ...below].join('\n')
}

function lineBlock({ label, text, detail }: ReplyLine): string {
  const [shownLabel, shownText, shownDetail] = [label, text, detail ?? ''].map((part) =>
    inline(opening(part, longestLine)),
  )
  return `**${shownLabel}** ${shownText}${shownDetail === '' ? '' : `\n${small}${shownDetail}`}`
}

function footerText({ footer, status, items, total }: Reply, page: number, pages: number): string | null {
  if (footer === null) return null
  const searched = `${footer.articles} article${footer.articles === 1 ? '' : 's'}`
  const parts = [
    pages > 1 ? `page ${page + 1} of ${pages}` : null,
    total > items.length ? `the first ${items.length} of ${total}` : null,
    footer.articles === 0 ? null : status === 'answered' ? `word for word from ${searched}` : `searched ${searched}`,
    footer.generation,
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

/** What the buttons of an answer are about: its items, or the nearest paragraph. */
function numbered({ status, items, nearest }: Reply): readonly NumberedItem[] {
  if (status !== 'answered') return nearest.slice(0, 1).map((item) => ({ item, number: null }))
  return items.map((item, at) => ({ item, number: items.length > 1 ? at + 1 : null }))
}

function nothingFoundBlocks(note: string | null, [first]: readonly NumberedItem[]): readonly string[] {
  const [, what = '', why = ''] = /^([^:]*)(.*)$/s.exec(note ?? 'Nothing in these articles answers that.') ?? []
  const said = `**${inline(what)}**${inline(why)}`
  return first === undefined
    ? [said]
    : [said, `The nearest paragraph, which is **not an answer**:\n${itemBlock(first)}`]
}

interface Blocks {
  readonly blocks: readonly string[]
  readonly most: number
  readonly separator: string
}

function blocksOf(reply: Reply): Blocks {
  const items = numbered(reply)
  if (reply.status === 'nothing-found') {
    return { blocks: nothingFoundBlocks(reply.note, items), most: 2, separator: '\n\n' }
  }
  if (items.length > 0) return { blocks: items.map(itemBlock), most: mostItems, separator: '\n\n' }
  return { blocks: reply.lines.map(lineBlock), most: mostLines, separator: '\n' }
}

/**
 * A reply as the pages of an embed. `shown` is what was asked, where that can be read back from the answer; where it
 * cannot, no other page can be turned to: there is one, with a count of what is left.
 */
export function renderReply(reply: Reply, shown: Shown | null): readonly Page[] {
  const { blocks, most, separator } = blocksOf(reply)
  const items = numbered(reply)
  const lengths = blocks.map((block) => block.length + separator.length)
  const all = paginate(lengths, { most: shown === null ? mostWithoutPages : most, room })
  const pages = shown === null ? all.slice(0, 1) : all
  const left = blocks.length - pages.flat().length
  const title = shown?.titleIsAsked === true ? shown.title : inline(opening(reply.heading, longestLine))
  const heading = fitsTitle(title) ? [] : [`### ${title}`]
  const note = reply.status === 'answered' && reply.note !== null ? [inline(reply.note)] : []
  return (pages.length === 0 ? [[]] : pages).map((blockNumbers, page) => {
    const body = blockNumbers.map((at) => blocks[at]).join(separator)
    const more = left === 0 ? [] : [`${small}… and ${left} more`]
    const text = [...heading, ...note, body, ...more].filter((part) => part !== '')
    const footer = footerText(reply, page, pages.length)
    return {
      items: reply.status === 'answered' ? blockNumbers.flatMap((at) => items[at] ?? []) : items,
      embed: {
        color: colours[reply.status],
        ...(shown !== null && { author: { name: shown.author } }),
        ...(fitsTitle(title) && { title }),
        description: text.join('\n'),
        ...(footer !== null && { footer: { text: footer } }),
      },
    }
  })
}

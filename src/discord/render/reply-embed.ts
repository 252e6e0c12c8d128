import type { APIEmbed } from 'discord-api-types/v10'
import type { Reply, ReplyLine } from '../../../commands/support/reply.ts'
import { inline, opening } from './citation-lines.ts'
import { itemBlock, itemBlocks, type NumberedItem } from './item-blocks.ts'
import type { Shown } from './query-in-embed.ts'
import { fitsTitle } from './query-in-embed.ts'

const colours = { answered: 0x3b_82_f6, 'nothing-found': 0x9c_a3_af, error: 0xef_44_44 } as const

/** Whether an embed shows an answer, and not that nothing was found. */
export function showsAnswer({ color }: { readonly color?: number | undefined }): boolean {
  return color === colours.answered
}

/** One page of an answer: the embed, the items on it, and how many pages there are. */
export interface Page {
  readonly embed: APIEmbed
  readonly items: readonly NumberedItem[]
  readonly pages: number
}

const maxItems = 3
const maxLines = 15
/** The same where there can be no second page. */
const mostItemsWithoutPages = 8
const maxLinesWithoutPages = 25
/** Characters of a page's text, with space left for the heading in it and what stands round it. */
const room = 3200
const maxLineLength = 120
const small = '-# '

function lineBlock({ label, text, detail }: ReplyLine): string {
  const [shownLabel, shownText, shownDetail] = [label, text, detail ?? ''].map((part) =>
    inline(opening(part, maxLineLength)),
  )
  return `**${shownLabel}** ${shownText}${shownDetail === '' ? '' : `\n${small}${shownDetail}`}`
}

/** What an answer without items is made of: a list of the articles, or nothing found in them. */
function listed(status: Reply['status'], articles: string): string {
  return status === 'answered' ? articles : `searched ${articles}`
}

function footerText({ footer, status, items, total }: Reply, page: number, pages: number): string | null {
  if (footer === null) return null
  const searched = `${footer.articles} article${footer.articles === 1 ? '' : 's'}`
  const parts = [
    pages > 1 ? `page ${page + 1} of ${pages}` : null,
    total > items.length ? `the first ${items.length} of ${total}` : null,
    footer.articles === 0 ? null : items.length > 0 ? `word for word from ${searched}` : listed(status, searched),
    footer.generation,
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

/** What the buttons of an answer are about: its items, or the nearest paragraph. */
function numbered({ status, items, nearest }: Reply): readonly NumberedItem[] {
  if (status !== 'answered') return nearest.slice(0, 1).map((item) => ({ item, number: null }))
  return items.map((item, at) => ({ item, number: items.length > 1 ? at + 1 : null }))
}

function nothingFound(note: string | null, [first]: readonly NumberedItem[]): string {
  const [, what = '', why = ''] = /^([^:]*)(.*)$/s.exec(note ?? 'Nothing in these articles answers that.') ?? []
  const said = `**${inline(what)}**${inline(why)}`
  if (first === undefined) return said
  return `${said}\n\nThe nearest paragraph, which is **not an answer**:\n${itemBlock(first, room)}`
}

/** The text of one page, the items on it, and how many pages and blocks there are. */
interface Body extends Pick<Page, 'items' | 'pages'> {
  readonly text: string
  /** How many items or lines stand on pages after this one. */
  readonly left: number
}

/** As many items as fit on the only page there can be, and at least as many as a page has. */
function itemsThatFit(items: readonly NumberedItem[]): number {
  let count = Math.min(items.length, mostItemsWithoutPages)
  while (count > maxItems && itemBlocks(items.slice(0, count), room).join('\n\n').length > room) count--
  return count
}

/** Only the page asked for is rendered: an answer may have many. Null where there is no such page. */
function bodyOf(reply: Reply, page: number, canTurn: boolean): Body | null {
  const items = numbered(reply)
  if (reply.status === 'nothing-found') {
    return page === 0 ? { text: nothingFound(reply.note, items), items, pages: 1, left: 0 } : null
  }
  const mostHere = canTurn ? maxLines : maxLinesWithoutPages
  const most = items.length === 0 ? mostHere : canTurn ? maxItems : itemsThatFit(items)
  const all = items.length > 0 ? items.length : reply.lines.length
  const pages = Math.max(1, Math.ceil(all / most))
  if (page >= pages) return null
  const [from, to] = [page * most, Math.min(all, (page + 1) * most)]
  const shown = items.slice(from, to)
  const text =
    items.length > 0 ? itemBlocks(shown, room).join('\n\n') : reply.lines.slice(from, to).map(lineBlock).join('\n')
  return { text, items: shown, pages, left: all - to }
}

/**
 * A page of a reply, or null where there is none. `shown` is what was asked, where that can be read back from the answer;
 * where it cannot, no other page can be turned to: there is one, with a count of what is left. `about` is the address of the
 * message that the reply is about, to which its title leads.
 */
export function renderPage(reply: Reply, shown: Shown | null, page: number, about?: string): Page | null {
  const body = bodyOf(reply, page, shown !== null)
  if (body === null) return null
  const pages = shown === null ? 1 : body.pages
  const title = shown?.titleIsAsked === true ? shown.title : inline(opening(reply.heading, maxLineLength))
  const heading = fitsTitle(title) ? [] : [`### ${title}`]
  const note = reply.status === 'answered' && reply.note !== null ? [inline(reply.note)] : []
  const more = shown === null && body.left > 0 ? [`${small}… and ${body.left} more`] : []
  const footer = footerText(reply, page, pages)
  return {
    items: body.items,
    pages,
    embed: {
      color: colours[reply.status],
      ...(shown !== null && { author: { name: shown.author } }),
      ...(fitsTitle(title) && { title }),
      ...(about !== undefined && { url: about }),
      description: [...heading, ...note, body.text, ...more].filter((part) => part !== '').join('\n'),
      ...(footer !== null && { footer: { text: footer } }),
    },
  }
}

import type { APIEmbed } from 'discord-api-types/v10'
import { count } from '../../../commands/support/count.ts'
import { showsText } from '../../../commands/support/metadata-text.ts'
import type { Note } from '../../../commands/support/note.ts'
import { nearestHeading, unsureHeading } from '../../../commands/support/nothing-found.ts'
import type { ErrorReply, NothingReply, Reply, ReplyLine } from '../../../commands/support/reply.ts'
import type { Item } from '../../answers/answer/item.ts'
import type { CallText } from '../message-state/call-text.ts'
import { encodeHeading } from '../message-state/message-state.ts'
import { inline, opening } from './citation-lines.ts'
import { itemBlock, itemBlocks, type NumberedItem } from './item-blocks.ts'

/** A reply that is shown as an embed. */
export type EmbeddedReply = Exclude<Reply, ErrorReply>

const blue = 0x3b_82_f6
const amber = 0xf5_9e_0b
const grey = 0x9c_a3_af
const colours: Readonly<Record<EmbeddedReply['kind'], number>> = {
  answer: blue,
  list: blue,
  confirmation: blue,
  nothing: grey,
}

/** One page of a reply: the embed, the items on it, and how many pages there are. */
export interface Page {
  readonly embed: APIEmbed
  readonly items: readonly NumberedItem[]
  readonly pages: number
}

const itemsPerPage = 3
const linesPerPage = 15
/** The limits for a reply that has only one page. */
const maxItemsOnOnlyPage = 8
const maxLinesOnOnlyPage = 25
/** Characters of a page's text; the rest of the embed's limit is for headings and notes. */
const maxTextLength = 3200
const maxLineLength = 120
const small = '-# '

function lineBlock({ label, text, detail }: ReplyLine): string {
  const [shownLabel, shownText, shownDetail] = [label, text, detail ?? ''].map((part) =>
    inline(opening(part, maxLineLength)),
  )
  return `**${shownLabel}** ${shownText}${shownDetail === '' ? '' : `\n${small}${shownDetail}`}`
}

/** What a reply is based on, for the footer. */
function scopeTexts(reply: EmbeddedReply): readonly string[] {
  if (reply.kind === 'confirmation' || reply.scope === null) return []
  const { articles, generation } = reply.scope
  const searched = count(articles, 'article')
  switch (reply.kind) {
    case 'answer': {
      const { items, total } = reply
      const left = total > items.length ? [`the first ${items.length} of ${total}`] : []
      return [...left, `${showsText(items) ? 'word for word ' : ''}from ${searched}`, generation]
    }
    case 'list':
      return [searched, generation]
    case 'nothing':
      return [`searched ${searched}`, generation]
  }
}

function footerOf(reply: EmbeddedReply, page: number, pages: number): Pick<APIEmbed, 'footer'> {
  const scope = scopeTexts(reply)
  if (scope.length === 0) return {}
  const position = pages > 1 ? [`page ${page + 1} of ${pages}`] : []
  return { footer: { text: [...position, ...scope].join(' · ') } }
}

function noteText({ headline, detail }: Note): string {
  return `**${inline(headline)}**${detail === null ? '' : ` ${inline(detail)}`}`
}

/** The text of one page, the items on it, and how many pages there are. */
interface Body extends Pick<Page, 'items' | 'pages'> {
  readonly text: string
  /** How many items or lines are on later pages. */
  readonly left: number
}

/** One page of a list of things; null if there is no such page. */
function slice<T>(
  all: readonly T[],
  perPage: number,
  page: number,
): (Pick<Body, 'pages' | 'left'> & { readonly shown: readonly T[] }) | null {
  const pages = Math.max(1, Math.ceil(all.length / perPage))
  if (page >= pages) return null
  const end = Math.min(all.length, (page + 1) * perPage)
  return { shown: all.slice(page * perPage, end), pages, left: all.length - end }
}

/** As many items as fit on the only page, and at least as many as any page has. */
function countThatFits(items: readonly NumberedItem[]): number {
  let fitting = Math.min(items.length, maxItemsOnOnlyPage)
  const length = () => itemBlocks(items.slice(0, fitting), maxTextLength).join('\n\n').length
  while (fitting > itemsPerPage && length() > maxTextLength) fitting--
  return Math.max(1, fitting)
}

function answerBody(all: readonly Item[], page: number, canTurn: boolean): Body | null {
  const items = all.map((item, at): NumberedItem => ({ item, number: all.length > 1 ? at + 1 : null }))
  const found = slice(items, canTurn ? itemsPerPage : countThatFits(items), page)
  if (found === null) return null
  const { shown, pages, left } = found
  return { text: itemBlocks(shown, maxTextLength).join('\n\n'), items: shown, pages, left }
}

function listBody(lines: readonly ReplyLine[], page: number, canTurn: boolean): Body | null {
  const found = slice(lines, canTurn ? linesPerPage : maxLinesOnOnlyPage, page)
  if (found === null) return null
  const { shown, pages, left } = found
  return { text: shown.map(lineBlock).join('\n'), items: [], pages, left }
}

function nothingBody({ note, nearest }: NothingReply, page: number): Body | null {
  if (page > 0) return null
  const items = nearest.slice(0, 1).map((item): NumberedItem => ({ item, number: null }))
  const blocks = items.map((item) => `${nearestHeading}\n${itemBlock(item, maxTextLength)}`)
  return { text: [noteText(note), ...blocks].join('\n\n'), items, pages: 1, left: 0 }
}

/** Only the requested page is rendered: an answer may have many. */
function bodyOf(reply: EmbeddedReply, page: number, canTurn: boolean): Body | null {
  switch (reply.kind) {
    case 'answer':
      return answerBody(reply.items, page, canTurn)
    case 'list':
    case 'confirmation':
      return listBody(reply.lines, page, canTurn)
    case 'nothing':
      return nothingBody(reply, page)
  }
}

/**
 * A page of a reply, or null if there is no such page. `callText` is the call that the message holds; without one the
 * reply has a single page, with a count of what is left out. `about` is the address of the message that the reply is about, the target
 * of its title.
 */
export function renderPage(reply: EmbeddedReply, callText: CallText | null, page: number, about?: string): Page | null {
  const body = bodyOf(reply, page, callText !== null)
  if (body === null) return null
  const pages = callText === null ? 1 : body.pages
  const title = callText?.titleIsOption === true ? callText.title : inline(opening(reply.heading, maxLineLength))
  const heading = encodeHeading(title, callText?.author ?? null)
  const note = reply.kind === 'nothing' || reply.note === null ? [] : [inline(reply.note)]
  const footnote = reply.kind !== 'answer' || reply.footnote === null ? [] : [`${small}${inline(reply.footnote)}`]
  const isUnsure = reply.kind === 'answer' && reply.unsure
  const more = callText === null && body.left > 0 ? [`${small}… and ${body.left} more`] : []
  return {
    items: body.items,
    pages,
    embed: {
      color: isUnsure ? amber : colours[reply.kind],
      ...heading.parts,
      ...(about !== undefined && { url: about }),
      description: [
        ...heading.lines,
        ...note,
        ...(isUnsure ? [`**${unsureHeading}**`] : []),
        body.text,
        ...more,
        ...footnote,
      ]
        .filter((part) => part !== '')
        .join('\n'),
      ...footerOf(reply, page, pages),
    },
  }
}

import type { APIEmbed } from 'discord-api-types/v10'
import { lineText } from '../../../../commands/support/reply/line-text.ts'
import type { Note } from '../../../../commands/support/reply/note.ts'
import { nearestHeading, unsureHeading } from '../../../../commands/support/reply/nothing-found.ts'
import {
  type AnswerReply,
  citedArticles,
  type ErrorReply,
  type Reply,
  type ReplyLine,
} from '../../../../commands/support/reply/reply.ts'
import { count } from '../../../../commands/support/texts/count.ts'
import { fixedText } from '../../../messages/fixed-text.ts'
import type { CallText } from '../../message-state/call-text.ts'
import { encodeHeading } from '../../message-state/message-state.ts'
import { bestFirstPage, type ItemsPage, listPage } from '../items/answer-pages.ts'
import { estimatedLines } from '../text/estimated-lines.ts'
import { inline, opening } from '../text/inline-text.ts'
import { small } from '../text/small-print.ts'
import { amber, blue, grey } from './colours.ts'
import { type CommandIds, helpText } from './help-embed.ts'

/** A reply that is shown as an embed. */
export type EmbeddedReply = Exclude<Reply, ErrorReply>

const colours: Readonly<Record<EmbeddedReply['kind'], number>> = {
  answer: blue,
  list: blue,
  confirmation: blue,
  help: blue,
  nothing: grey,
}

/** One page of a reply: the embed, and what is on it. */
export interface Page extends Pick<ItemsPage, 'items' | 'pages' | 'hidden'> {
  readonly embed: APIEmbed
}

const linesPerPage = 15
const maxLinesOnOnlyPage = 25
const maxLineLength = 120

/** A time that Discord shows relative to now. */
function relativeTime(iso: string): string {
  const seconds = Math.floor(Date.parse(iso) / 1000)
  return Number.isFinite(seconds) ? `<t:${seconds}:R>` : inline(iso)
}

function lineBlock({ label, text, detail }: ReplyLine): string {
  const [shownLabel, shownText, shownDetail] = [label, text, detail ?? ''].map((part) =>
    lineText(part, relativeTime, (plain) => inline(opening(plain, maxLineLength))),
  )
  return `**${shownLabel}** ${shownText}${shownDetail === '' ? '' : `\n${small}${shownDetail}`}`
}

/** What an answer is based on, for the footer. */
function scopeTexts(reply: EmbeddedReply): readonly string[] {
  if (reply.kind !== 'answer') return []
  const { items, total, scope } = reply
  const left = total > items.length ? [fixedText('answer.first-of', { shown: items.length, total })] : []
  return [
    ...left,
    fixedText('answer.from', { cited: citedArticles(items), articles: count(scope.articles, 'article') }),
  ]
}

function footerOf(reply: EmbeddedReply, page: number, pages: number): Pick<APIEmbed, 'footer'> {
  const position = pages > 1 ? [fixedText('answer.page', { page: page + 1, pages })] : []
  const texts = [...position, ...scopeTexts(reply)]
  return texts.length === 0 ? {} : { footer: { text: texts.join(' · ') } }
}

function noteText({ headline, detail }: Note): string {
  return `**${inline(headline)}**${detail === null ? '' : ` ${inline(detail)}`}`
}

function linesPage(all: readonly ReplyLine[], page: number, canTurn: boolean): ItemsPage | null {
  const perPage = canTurn ? linesPerPage : maxLinesOnOnlyPage
  const pages = canTurn ? Math.max(1, Math.ceil(all.length / perPage)) : 1
  if (page >= pages) return null
  const shown = all.slice(page * perPage, (page + 1) * perPage)
  return {
    text: shown.map(lineBlock).join('\n'),
    items: [],
    pages,
    hidden: canTurn ? 0 : all.length - shown.length,
  }
}

/** What is above the items of an answer. */
function linesAbove({ heading, note, unsure }: AnswerReply): string {
  return [heading, ...(note === null ? [] : [note]), ...(unsure ? [unsureHeading] : [])].join('\n')
}

function onlyPage(text: string, page: number): ItemsPage | null {
  return page > 0 ? null : { text, items: [], pages: 1, hidden: 0 }
}

/** Only the requested page is rendered in full: an answer may have many. */
function bodyOf(
  reply: EmbeddedReply,
  page: number,
  { canTurn, commandIds }: { readonly canTurn: boolean; readonly commandIds: CommandIds },
): ItemsPage | null {
  switch (reply.kind) {
    case 'answer':
      return reply.bestFirst
        ? bestFirstPage(reply.items, page, estimatedLines(linesAbove(reply)))
        : listPage(reply.items, page, canTurn)
    case 'list':
    case 'confirmation':
      return linesPage(reply.lines, page, canTurn)
    case 'nothing':
      return onlyPage(noteText(reply.note), page)
    case 'help':
      return onlyPage(helpText(reply, commandIds), page)
  }
}

/** What a page of a reply depends on besides the reply. */
export interface PageOptions {
  /** The call that the message holds; without one the reply has a single page, with a count of what is left out. */
  readonly callText: CallText | null
  /** From 0. */
  readonly page: number
  /** The address of the message that the reply is about, the target of its title. */
  readonly about?: string | undefined
  /** Default: none is known. */
  readonly commandIds?: CommandIds | undefined
}

/** A page of a reply, or null if there is no such page. */
export function renderPage(
  reply: EmbeddedReply,
  { callText, page, about, commandIds = new Map() }: PageOptions,
): Page | null {
  const body = bodyOf(reply, page, { canTurn: callText !== null, commandIds })
  if (body === null) return null
  const { text, items, pages, hidden } = body
  const title = callText?.titleIsOption === true ? callText.title : inline(opening(reply.heading, maxLineLength))
  const heading = encodeHeading(title, callText?.author ?? null)
  const note = reply.kind === 'nothing' || reply.kind === 'help' || reply.note === null ? [] : [inline(reply.note)]
  const footnote = reply.kind !== 'answer' || reply.footnote === null ? [] : [`${small}${inline(reply.footnote)}`]
  const isUnsure = reply.kind === 'answer' && reply.unsure
  const more = callText === null && hidden > 0 ? [`${small}${fixedText('answer.more', { count: hidden })}`] : []
  return {
    items,
    pages,
    hidden,
    embed: {
      color: isUnsure ? amber : colours[reply.kind],
      ...heading.parts,
      ...(about !== undefined && { url: about }),
      description: [
        ...heading.lines,
        ...note,
        ...(isUnsure ? [`**${unsureHeading}**`] : []),
        text,
        ...more,
        ...footnote,
      ]
        .filter((part) => part !== '')
        .join('\n'),
      ...footerOf(reply, page, pages),
    },
  }
}

/** The nearest sentence to a query without an answer, as text, below a line that says so. */
export function renderNearest(heading: string, text: string): APIEmbed {
  return {
    color: colours.nothing,
    title: inline(opening(heading, maxLineLength)),
    description: `${nearestHeading}\n${text}`,
  }
}

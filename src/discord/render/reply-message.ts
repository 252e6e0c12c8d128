import type { Command } from '../../../commands/support/definition/command.ts'
import {
  type ErrorReply,
  type NothingReply,
  type Reply,
  replyGeneration,
} from '../../../commands/support/reply/reply.ts'
import { fixedText } from '../../messages/fixed-text.ts'
import type { MessageDraft } from '../delivery/message-payload.ts'
import { type CallRef, tryAction } from '../message-state/answer-action.ts'
import { type CommandCall, encodeCall } from '../message-state/call-text.ts'
import { answerRows, type RowContext } from './components/answer-rows.ts'
import { type CommandIds, helpOffers } from './embeds/help-embed.ts'
import { renderNearest, renderPage } from './embeds/reply-embed.ts'
import { renderSources } from './embeds/sources-embed.ts'
import { bestFirstPage } from './items/answer-pages.ts'
import { inline, opening } from './text/inline-text.ts'

/** How a reply is shown. */
export interface Presentation {
  /** The page, from 0. */
  readonly page: number
  readonly private: boolean
  /** Whether a private answer was shown to everyone; default false. */
  readonly isShown?: boolean
  /** The user who asked, and may delete the answer if it is public; default: nobody. */
  readonly asker?: string | null
  /** The call that it answers; null if running it again would not give the same answer. */
  readonly query: { readonly call: CommandCall; readonly command: Command } | null
  /** The address of the message that it is about. */
  readonly about?: string
  /** The ids of the registered commands, which make them clickable; default: none is known. */
  readonly commandIds?: CommandIds
}

const maxLabelLength = 40

/** The buttons of a reply itself. */
function offersOf(reply: Reply, call: CallRef | null): RowContext['offers'] {
  if (reply.kind === 'help') return helpOffers(reply)
  return reply.kind === 'nothing' ? offersInstead(reply, call) : []
}

/** The buttons of a reply that found nothing: the nearest sentence, and what there is instead. */
function offersInstead(reply: NothingReply, call: CallRef | null): RowContext['offers'] {
  const { nearest, scope, instead } = reply
  const generation = scope?.generation
  const near =
    nearest.length === 0 || call === null || generation === undefined
      ? []
      : [{ label: fixedText('nothing.show-nearest'), action: { does: 'nearest', generation, page: 0, call } as const }]
  const others = instead.flatMap(({ command, about }) => {
    const action = tryAction(command, about)
    return action === null ? [] : [{ label: opening(`/${command} ${about}`, maxLabelLength), action }]
  })
  return [...near, ...others]
}

/** A page of a reply as a message; null if there is no such page. An error is one private sentence. */
export function present(
  reply: Reply,
  { page, private: isPrivate, isShown = false, asker = null, query, about, commandIds }: Presentation,
): MessageDraft | null {
  if (reply.kind === 'error') return sentence(reply.message)
  const callText = query === null ? null : heldCall(reply, query)
  const rendered = renderPage(reply, { callText, page, about, commandIds })
  if (rendered === null) return null
  const { embed, items, pages, hidden } = rendered
  const call = callText && { command: callText.command, titleIsOption: callText.titleIsOption }
  const offers = offersOf(reply, call)
  const generation = reply.kind === 'help' ? null : replyGeneration(reply)
  const isAnswer = reply.kind === 'answer'
  // That nothing was found is rarely worth showing to everyone.
  const canShow = isPrivate && reply.kind !== 'nothing'
  const rows = answerRows({
    page,
    pages,
    items,
    hidden,
    isAnswer,
    generation,
    call,
    asker: isPrivate ? null : asker,
    offers,
    isPrivate: canShow,
    isShown,
  })
  return { embeds: [embed], rows, private: isPrivate }
}

/** A call as a message holds it. */
function heldCall(reply: Exclude<Reply, ErrorReply>, { call, command }: NonNullable<Presentation['query']>) {
  return encodeCall(call, command, reply.heading)
}

/** Every source of what a page of a reply shows; null if there is no such page. */
export function presentSources(
  reply: Reply,
  page: number,
  query: NonNullable<Presentation['query']>,
): MessageDraft | null {
  if (reply.kind === 'error') return null
  const items = renderPage(reply, { callText: heldCall(reply, query), page })?.items ?? []
  return items.length === 0 ? null : { embeds: [renderSources(items)], private: true }
}

/** The items that the page of an answer leaves out; null if there are none. */
export function presentMore(reply: Reply, query: NonNullable<Presentation['query']>): MessageDraft | null {
  if (reply.kind !== 'answer') return null
  const shown = renderPage(reply, { callText: heldCall(reply, query), page: 0 })?.items.length ?? 0
  const items = reply.items.slice(shown)
  if (items.length === 0) return null
  return present({ ...reply, items, total: items.length, bestFirst: false }, { page: 0, private: true, query: null })
}

/** The nearest sentence of a reply that found no answer; null if there is none. It is no answer. */
export function presentNearest(reply: Reply): MessageDraft | null {
  if (reply.kind !== 'nothing') return null
  const found = bestFirstPage(reply.nearest.slice(0, 1), 0, 0)
  if (found === null) return null
  const { items } = found
  const rows = answerRows({
    page: 0,
    pages: 1,
    items,
    hidden: 0,
    isAnswer: false,
    generation: replyGeneration(reply),
    call: null,
    asker: null,
    offers: [],
    isPrivate: false,
    isShown: false,
  })
  return { embeds: [renderNearest(reply.heading, found.text)], rows, private: true }
}

/** One private sentence; it may contain text of users or articles. */
export function sentence(text: string): MessageDraft {
  return { content: inline(text), private: true }
}

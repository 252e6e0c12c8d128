import type { Command } from '../../../commands/support/command.ts'
import { type Reply, replyGeneration } from '../../../commands/support/reply.ts'
import type { MessageDraft } from '../delivery/message-payload.ts'
import { type CommandCall, encodeCall } from '../message-state/call-text.ts'
import { buttonRows } from './answer-buttons.ts'
import { inline } from './citation-lines.ts'
import { renderPage } from './reply-embed.ts'

/** Stands for the generation in the buttons of a reply that does not depend on the articles, such as help. */
const noGeneration = '00000000'

/** How a reply is shown. */
export interface Presentation {
  /** The page, from 0. */
  readonly page: number
  readonly private: boolean
  /** Whether a private answer was shown to everyone; default false. */
  readonly isShown?: boolean
  /** The call that it answers; null if running it again would not give the same answer. */
  readonly query: { readonly call: CommandCall; readonly command: Command } | null
  /** The address of the message that it is about. */
  readonly about?: string
}

/** A page of a reply as a message; null if there is no such page. An error is one private sentence. */
export function present(
  reply: Reply,
  { page, private: isPrivate, isShown = false, query, about }: Presentation,
): MessageDraft | null {
  if (reply.kind === 'error') return sentence(reply.message)
  const callText = query === null ? null : encodeCall(query.call, query.command, reply.heading)
  const rendered = renderPage(reply, callText, page, about)
  if (rendered === null) return null
  const { embed, items, pages } = rendered
  const generation = replyGeneration(reply) ?? noGeneration
  const isAnswer = reply.kind === 'answer'
  const rows = buttonRows({ page, pages, items, isAnswer, generation, isPrivate, isShown, callText })
  return { embeds: [embed], rows, private: isPrivate }
}

/** One private sentence; it may contain text of users or articles. */
export function sentence(text: string): MessageDraft {
  return { content: inline(text), private: true }
}

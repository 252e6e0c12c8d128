import type { Command } from '../../../commands/support/command.ts'
import { type Reply, replyGeneration } from '../../../commands/support/reply.ts'
import type { Outgoing } from '../delivery/message-payload.ts'
import { buttonRows } from './answer-buttons.ts'
import { inline } from './citation-lines.ts'
import { type Asked, showAsked } from './query-in-embed.ts'
import { renderPage } from './reply-embed.ts'

/** The generation in the buttons of an answer that is made of none, such as help. */
const noGeneration = '00000000'

/** How a reply is to be shown. */
export interface Presentation {
  /** Which page, from 0. */
  readonly page: number
  readonly private: boolean
  /** Whether a private answer was shown to everyone; default false. */
  readonly isShown?: boolean
  /** The call that it answers, where asking again gives the same answer. */
  readonly asked: { readonly call: Asked; readonly command: Command } | null
  /** The address of the message that it is about. */
  readonly about?: string
}

/** A page of a reply as a message; null where there is no such page. What went wrong is one private sentence. */
export function present(
  reply: Reply,
  { page, private: isPrivate, isShown = false, asked, about }: Presentation,
): Outgoing | null {
  if (reply.kind === 'error') return sentence(reply.message)
  const shown = asked === null ? null : showAsked(asked.call, asked.command, reply.heading)
  const one = renderPage(reply, shown, page, about)
  if (one === null) return null
  const generation = replyGeneration(reply) ?? noGeneration
  const place = { page, pages: one.pages, generation, private: isPrivate, isShown, asked: shown }
  return { embeds: [one.embed], rows: buttonRows(one, place), private: isPrivate }
}

/** One private sentence, which may hold words of others. */
export function sentence(text: string): Outgoing {
  return { content: inline(text), private: true }
}

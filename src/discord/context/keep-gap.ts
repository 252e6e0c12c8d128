import type { Reply } from '../../../commands/support/reply/reply.ts'
import type { CommandCall } from '../message-state/call-text.ts'
import type { InteractionContext } from './bot-context.ts'

/** Keeps a question that went unanswered, if the settings say so and it was asked in a server. Does not delay the answer. */
export function keepUnanswered({ bot, user, isInServer }: InteractionContext, call: CommandCall, reply: Reply): void {
  const { gaps, pseudonymOf, inBackground } = bot
  if (gaps === null || !isInServer || reply.kind !== 'nothing') return
  inBackground(() => gaps.add({ why: 'unanswered', call, asker: pseudonymOf(user) }))
}

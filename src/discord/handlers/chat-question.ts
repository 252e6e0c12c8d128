import { plainLine } from '../../language/tokens/normalise.ts'
import { references } from '../markdown/read-markup.ts'

/** A message as far as it matters whether it asks the bot something. */
export interface ChatMessage {
  readonly content: string
  readonly isDirect: boolean
  /** Whether Discord counts the bot among those whom the message mentions, be it by a reply's ping. */
  readonly mentionsBot: boolean
}

/**
 * What a message asks the bot: the question; '' where it only calls the bot; or null where it says nothing to it.
 * A mention written out or a direct message is a question; a reply that only pings the bot is one when it ends in a
 * question mark; @everyone and roles are none.
 */
export function chatQuestion({ content, isDirect, mentionsBot }: ChatMessage, botId: string): string | null {
  const text = plainLine(content.replace(references, ' '))
  const named = content.includes(`<@${botId}>`) || content.includes(`<@!${botId}>`)
  if (isDirect || named) return text
  return mentionsBot && text.endsWith('?') ? text : null
}

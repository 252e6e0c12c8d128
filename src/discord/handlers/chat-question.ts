import { plainLine } from '../../language/tokens/normalise.ts'
import { references } from '../markdown/read-markup.ts'

/** The parts of a message that decide whether it asks the bot something. */
export interface ChatMessage {
  readonly content: string
  readonly isDirect: boolean
  /** Whether Discord lists the bot among the mentions, including the ping of a reply. */
  readonly mentionsBot: boolean
}

/**
 * The question that a message asks the bot; '' if it only mentions the bot; null if it is not for the bot. A direct message or
 * a written mention is a question. A reply that only pings the bot is one if it ends in a question mark. @everyone and role
 * mentions never are.
 */
export function chatQuestion({ content, isDirect, mentionsBot }: ChatMessage, botId: string): string | null {
  const text = plainLine(content.replace(references, ' '))
  const named = content.includes(`<@${botId}>`) || content.includes(`<@!${botId}>`)
  if (isDirect || named) return text
  return mentionsBot && text.endsWith('?') ? text : null
}

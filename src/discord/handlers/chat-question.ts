import { plainLine } from '../../language/tokens/normalise.ts'
import { references } from '../markdown/read-markup.ts'

const userMention = /<@!?(\d+)>/g

/** The parts of a message that decide whether it asks the bot something. */
export interface ChatMessage {
  readonly content: string
  readonly isDirect: boolean
  /** Whether Discord lists the bot among the mentions, including the ping of a reply. */
  readonly mentionsBot: boolean
  /** The names of the users that it mentions, by id. */
  readonly names?: ReadonlyMap<string, string>
}

/**
 * The question that a message asks the bot; '' if it only mentions the bot; null if it is not for the bot. A direct message or
 * a written mention is a question. A reply that only pings the bot is one if it ends in a question mark. @everyone and role
 * mentions never are. Other users that it mentions are in the question by name.
 */
export function chatQuestion({ content, isDirect, mentionsBot, names }: ChatMessage, botId: string): string | null {
  const named = content.replace(userMention, (mention, id: string) =>
    id === botId ? ' ' : (names?.get(id) ?? mention),
  )
  const text = plainLine(named.replace(references, ' '))
  const isNamed = content.includes(`<@${botId}>`) || content.includes(`<@!${botId}>`)
  if (isDirect || isNamed) return text
  return mentionsBot && text.endsWith('?') ? text : null
}

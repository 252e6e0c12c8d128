import type { Message } from 'discord.js'
import { chatQuestion } from './chat-question.ts'

/** What a message wants from the bot. */
export type ChatRequest =
  /** `question` is '' if the message only mentions the bot. */
  | { readonly asks: 'question'; readonly question: string }
  /** The message mentions the bot's role, and Discord does not show its text. */
  | { readonly asks: 'role' }

/** Whether a person wrote a message, and not a bot, a webhook or Discord. */
export function isByPerson({ author, system, webhookId }: Message): boolean {
  return !author.bot && !system && webhookId === null
}

/** What a message wants from the bot; null if it is not for the bot, or not written by a person. */
export function chatRequest(message: Message): ChatRequest | null {
  const { client, content, guildId, mentions } = message
  if (!isByPerson(message)) return null
  const names = new Map(mentions.users.map((user) => [user.id, user.displayName]))
  const mentionsBot = mentions.users.has(client.user.id)
  const question = chatQuestion({ content, isDirect: guildId === null, mentionsBot, names }, client.user.id)
  if (question !== null) return { asks: 'question', question }
  return mentions.roles.some(({ tags }) => tags?.botId === client.user.id) ? { asks: 'role' } : null
}

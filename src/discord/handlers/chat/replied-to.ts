import { type Message, MessageReferenceType } from 'discord.js'
import findInArticles from '../../../../commands/find-in-articles.ts'
import { fixedText } from '../../../messages/fixed-text.ts'
import type { InteractionContext } from '../../context/bot-context.ts'
import { runMessageCommand } from '../../context/run-command.ts'
import type { MessageDraft } from '../../delivery/message-payload.ts'
import { codes, refusalCode } from '../../delivery/rest-errors.ts'
import { present } from '../../render/reply-message.ts'
import { messageLink, messageText } from './message-text.ts'

const quotedLine = /^> /

const useApps = (): MessageDraft => ({ content: fixedText('replied-to.use-apps', { command: findInArticles.name }) })

/** The message that another replies to; `hidden` if Discord does not return it. */
export type RepliedTo = Message | 'gone' | 'hidden'

/** Whether a message is a reply; a forwarded message also refers to another. */
export function isReply({ reference }: Message): boolean {
  return reference?.type === MessageReferenceType.Default
}

/** Fetches the message that another replies to: the bot keeps no messages. */
export async function fetchRepliedTo(message: Message): Promise<RepliedTo> {
  return message
    .fetchReference()
    .catch((error: unknown) => (refusalCode(error) === codes.unknownMessage ? 'gone' : 'hidden'))
}

/**
 * Whether Discord shows the bot the text of a message without the message content intent: its own messages, direct messages and
 * messages that mention it. Any other has text only if the application has that intent.
 */
function isReadable({ author, client, guildId, mentions }: Message): boolean {
  return author.id === client.user.id || guildId === null || mentions.users.has(client.user.id)
}

/** The text to look up; of the bot's own answers, what they quote. */
function textOf(target: Message): string {
  const text = messageText(target)
  if (target.author.id !== target.client.user.id) return text
  const quoted = text.split('\n').filter((line) => quotedLine.test(line))
  return quoted.length === 0 ? text : quoted.join('\n\n')
}

/** What the articles have of a message, for everyone to see. */
export async function findInMessage(target: RepliedTo, context: InteractionContext): Promise<MessageDraft> {
  if (target === 'gone') return { content: fixedText('replied-to.gone') }
  if (target === 'hidden') return useApps()
  const text = textOf(target)
  if (text === '' && !isReadable(target)) return useApps()
  const reply = await runMessageCommand(context, findInArticles, text)
  const about = messageLink(target.guildId, target)
  return present(reply, { page: 0, private: false, asker: context.user, query: null, about }) ?? useApps()
}

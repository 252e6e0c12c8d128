import { type Message, MessageReferenceType } from 'discord.js'
import ask, { questionOptions } from '../../../commands/ask.ts'
import type { InteractionContext } from '../context/bot-context.ts'
import { guard } from '../context/guard.ts'
import { runCommand } from '../context/run-command.ts'
import type { MessageDraft } from '../delivery/message-payload.ts'
import { readMessage } from '../message-state/message-state.ts'
import { present, sentence } from '../render/reply-message.ts'
import { chatQuestion } from './chat-question.ts'

const help =
  'Ask me about the articles, for example: who said that the harbour belongs to everyone? I answer in their own words; /help lists what else I can do.'

/** Answers a message that asks the bot something, as a reply to it. */
export async function onMessage(message: Message, context: InteractionContext): Promise<void> {
  const { sender, limits } = context.bot
  const { author, client, content, system, webhookId, channelId, id } = message
  if (author.bot || system || webhookId !== null) return
  const isDirect = message.guildId === null
  const mentionsBot = message.mentions.users.has(client.user.id)
  const question = chatQuestion({ content, isDirect, mentionsBot }, client.user.id)
  if (question === null) return
  const to = { channelId, messageId: id }
  const admission = guard(context, { limit: limits.questions, command: ask })
  if ('refusal' in admission) {
    if (limits.slowDowns.take(author.id) === 0) await sender.reply(to, visible(sentence(admission.refusal.message)))
    return
  }
  if (question === '') return sender.reply(to, { content: help })
  const options = questionOptions(await resolveFollowUp(question, message, context))
  const reply = await runCommand(context, ask, options)
  const query = { call: { command: ask.definition.name, options }, command: ask }
  const answer = present(reply, { page: 0, private: false, query })
  if (answer !== null) await sender.reply(to, visible(answer))
}

/**
 * A question that replies to one of the bot's answers, with "he" or "it" replaced by what it refers to; any other question
 * as it is. The bot keeps no messages, so it fetches the answer.
 */
async function resolveFollowUp(question: string, message: Message, { bot }: InteractionContext): Promise<string> {
  const { client, mentions, reference } = message
  if (reference?.type !== MessageReferenceType.Default || mentions.repliedUser?.id !== client.user.id) return question
  const earlier = await message.fetchReference().catch(() => null)
  if (earlier === null || earlier.author.id !== client.user.id) return question
  const cited = readMessage(earlier)?.cited[0]
  return cited === undefined ? question : bot.service.followUp(question, cited)
}

/** A reply in a channel is never private. */
function visible(message: MessageDraft): MessageDraft {
  return { ...message, private: false }
}

import { type Message, MessageReferenceType } from 'discord.js'
import ask, { questionOptions } from '../../../commands/ask.ts'
import { parseChatLine } from '../../../commands/parse-line.ts'
import type { InteractionContext } from '../context/bot-context.ts'
import { guard } from '../context/guard.ts'
import { runCommand } from '../context/run-command.ts'
import type { MessageDraft } from '../delivery/message-payload.ts'
import { readMessage } from '../message-state/message-state.ts'
import { present, sentence } from '../render/reply-message.ts'
import { isChatPlace } from './chat-place.ts'
import { chatQuestion } from './chat-question.ts'

const help =
  'Ask me about the articles, for example: who said that the harbour belongs to everyone? I answer in their own words; /help lists what else I can do.'

const roleHint = 'You mentioned my role, so I cannot read the question: mention me by my name.'

/** Answers a message that asks the bot something, as a reply to it. */
export async function onMessage(message: Message, context: InteractionContext): Promise<void> {
  const { sender, limits, chatChannelIds } = context.bot
  const { author, client, content, system, webhookId, channelId, id } = message
  if (author.bot || system || webhookId !== null) return
  const isDirect = message.guildId === null
  const mentionsBot = message.mentions.users.has(client.user.id)
  const names = new Map(message.mentions.users.map((user) => [user.id, user.displayName]))
  const isForRole = message.mentions.roles.some(({ tags }) => tags?.botId === client.user.id)
  const question = chatQuestion({ content, isDirect, mentionsBot, names }, client.user.id)
  if (question === null && !isForRole) return
  if (!(await isChatPlace(message, chatChannelIds))) return
  const to = { channelId, messageId: id }
  const admission = guard(context, { limit: limits.questions, command: ask })
  if ('refusal' in admission) {
    if (limits.slowDowns.take(author.id) === 0) await sender.reply(to, visible(sentence(admission.refusal.message)))
    return
  }
  if (question === null) return sender.reply(to, { content: roleHint })
  if (question === '') return sender.reply(to, { content: help })
  const call = parseChatLine(question, context.bot.commands)
  const named = context.bot.commands.find(({ definition }) => definition.name === call.command)
  // Moderators' commands need their rights checked, so they are slash commands only.
  const command = named?.definition.audience === 'everyone' ? named : ask
  const options = command === ask ? questionOptions(await resolveFollowUp(question, message, context)) : call.options
  const reply = await runCommand(context, command, options)
  const query = { call: { command: command.definition.name, options }, command }
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

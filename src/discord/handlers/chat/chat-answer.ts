import type { Message } from 'discord.js'
import ask, { questionOptions } from '../../../../commands/ask.ts'
import { parseChatLine } from '../../../../commands/parse-line.ts'
import type { Command } from '../../../../commands/support/definition/command.ts'
import { asksAboutMessage } from '../../../answers/find/asks-about-message.ts'
import { fixedText } from '../../../messages/fixed-text.ts'
import type { InteractionContext } from '../../context/bot-context.ts'
import { keepUnanswered } from '../../context/keep-gap.ts'
import { runCommand } from '../../context/run-command.ts'
import type { MessageDraft } from '../../delivery/message-payload.ts'
import type { CommandCall } from '../../message-state/call-text.ts'
import { readMessage } from '../../message-state/message-state.ts'
import { present } from '../../render/reply-message.ts'
import { answerableQuestion } from './chat-question.ts'
import type { ChatRequest } from './chat-request.ts'
import { fetchRepliedTo, findInMessage, isReply, type RepliedTo } from './replied-to.ts'

/** What the bot says to a message; null if there is nothing to say. A message in a channel is never private. */
export async function chatAnswer(
  request: ChatRequest,
  message: Message,
  context: InteractionContext,
): Promise<MessageDraft | null> {
  const draft = await answerOf(request, message, context)
  return draft === null ? null : { ...draft, private: false }
}

async function answerOf(
  request: ChatRequest,
  message: Message,
  context: InteractionContext,
): Promise<MessageDraft | null> {
  if (request.asks === 'role') return { content: fixedText('chat.role') }
  const question = answerableQuestion(request.question)
  const { commands } = context.bot
  const call = parseChatLine(question, commands)
  const named = commands.find(({ definition }) => definition.name === call.command)
  // Moderators' commands need their rights checked, so they are slash commands only.
  const command = named?.definition.audience === 'everyone' ? named : ask
  if (command === ask) return answerQuestion(question, message, context)
  return answerCall(command, call.options, context)
}

async function answerCall(
  command: Command,
  options: CommandCall['options'],
  context: InteractionContext,
): Promise<MessageDraft | null> {
  const reply = await runCommand(context, command, options)
  const query = { call: { command: command.definition.name, options }, command }
  keepUnanswered(context, query.call, reply)
  return present(reply, { page: 0, private: false, asker: context.user, query, commandIds: context.bot.commandIds })
}

/** Answers a question, which may be about the message that it replies to. */
async function answerQuestion(
  question: string,
  message: Message,
  context: InteractionContext,
): Promise<MessageDraft | null> {
  const isAbout = isReply(message) && asksAboutMessage(question)
  const isToBot = isReply(message) && message.mentions.repliedUser?.id === message.client.user.id
  if (!isAbout && !isToBot) {
    return question === '' ? { content: fixedText('chat.help') } : answerCall(ask, questionOptions(question), context)
  }
  const target = await fetchRepliedTo(message)
  const resolved = isToBot ? await resolveFollowUp(question, target, context) : question
  if (isAbout && resolved === question) return findInMessage(target, context)
  return answerCall(ask, questionOptions(resolved), context)
}

/** A question that replies to an answer of the bot, with "he" or "they" replaced by the name they refer to. */
async function resolveFollowUp(question: string, target: RepliedTo, { bot }: InteractionContext): Promise<string> {
  if (typeof target === 'string' || target.author.id !== target.client.user.id) return question
  const cited = readMessage(target)?.cited[0]
  return cited === undefined ? question : bot.service.followUp(question, cited)
}

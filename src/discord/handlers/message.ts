import { type Message, MessageReferenceType } from 'discord.js'
import type { Desk } from '../context/bot-context.ts'
import { runCommand, slowDown } from '../context/run-command.ts'
import { readAction } from '../render/answer-buttons.ts'
import { readOwnMessage } from '../render/parse-own-message.ts'
import { showsAnswer } from '../render/reply-embed.ts'
import { present, sentence } from '../render/reply-message.ts'
import { chatQuestion } from './chat-question.ts'

const help =
  'Ask me about the articles, for example: who said that the harbour belongs to everyone? I answer in their own words; /help lists what else I know.'

/** Answers a message that asks the bot something, as a reply to it. */
export async function onMessage(message: Message, desk: Desk, log: Desk['log']): Promise<void> {
  const { sender, commands, questions, slowDowns } = desk
  const { author, client, system, webhookId, channelId, id } = message
  if (author.bot || system || webhookId !== null) return
  const isDirect = message.guildId === null
  const mentionsBot = message.mentions.users.has(client.user.id)
  const question = chatQuestion({ content: message.content, isDirect, mentionsBot }, client.user.id)
  const command = commands.find(({ definition }) => definition.name === 'ask')
  if (question === null || command === undefined) return
  const to = { channelId, messageId: id }
  const waiting = questions.take(author.id)
  if (waiting > 0) {
    desk.meter.limited()
    if (slowDowns.take(author.id) === 0) await sender.reply(to, shown(sentence(slowDown(waiting))))
    return
  }
  if (question === '') return sender.reply(to, { content: help })
  const options = { question: await leant(question, message, desk) }
  const reply = await runCommand(command, options, desk, { by: 'chat', user: author.id, log })
  const asked = { call: { command: 'ask', options }, command }
  const answer = present(reply, { page: 0, private: false, asked })
  if (answer !== null) await sender.reply(to, shown(answer))
}

/**
 * What a reply to an answer of the bot's own asks, with whom its "he" means put in; any other question as it is. Discord
 * sends the message replied to along, but nothing of it is kept here, so that it is asked for again.
 */
async function leant(question: string, message: Message, { service }: Desk): Promise<string> {
  const { client, mentions, reference } = message
  if (reference?.type !== MessageReferenceType.Default || mentions.repliedUser?.id !== client.user.id) return question
  const earlier = await message.fetchReference().catch(() => null)
  if (earlier === null || earlier.author.id !== client.user.id) return question
  const own = readOwnMessage(earlier)
  if (own === null || !showsAnswer(own.embed)) return question
  const actions = own.rows.flatMap(({ components }) => components.map(({ custom_id: id }) => readAction(id)))
  const cited = actions.find((action) => action?.does === 'context')
  return cited?.does !== 'context'
    ? question
    : service.followUp(question, { paragraph: cited.paragraph, text: own.embed.description ?? '' })
}

/** A channel knows no private messages. */
function shown(message: ReturnType<typeof sentence>): ReturnType<typeof sentence> {
  return { ...message, private: false }
}

import type { Message } from 'discord.js'
import { chatQuestion } from './chat-question.ts'
import type { Desk } from './desk.ts'
import { present, sentence } from './present.ts'
import { runCommand, slowDown } from './run-command.ts'

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
  const options = { question }
  const reply = await runCommand(command, options, desk, { by: 'chat', user: author.id, log })
  const asked = { call: { command: 'ask', options }, command }
  const answer = present(reply, { page: 0, private: false, asked })
  if (answer !== null) await sender.reply(to, shown(answer))
}

/** A channel knows no private messages. */
function shown(message: ReturnType<typeof sentence>): ReturnType<typeof sentence> {
  return { ...message, private: false }
}

import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js'
import type { Command, CommandContext } from '../../../commands/support/command.ts'
import type { Desk } from '../context/bot-context.ts'
import { runCommand, runMessageCommand, slowDown } from '../context/run-command.ts'
import { type Response, respond } from '../delivery/respond-in-time.ts'
import { attachment } from '../render/fetch-attachment.ts'
import type { Asked } from '../render/query-in-embed.ts'
import { present, sentence } from '../render/reply-message.ts'
import { messageLink, messageText } from './message-text.ts'
import { moderate } from './moderator-command.ts'

type Log = Desk['log']

/** The options of a call by name. */
function optionsOf({ options }: ChatInputCommandInteraction): Asked['options'] {
  const found: Record<string, string | number | boolean> = {}
  for (const { name, value } of options.data) {
    if (value !== undefined) found[name] = value
  }
  return found
}

/** The options with the files that came along, and as the audit log names them. */
function withFiles(options: Asked['options'], interaction: ChatInputCommandInteraction, { fetchRules }: Desk) {
  const files = interaction.options.data.flatMap(({ name, attachment: file }) => (file ? [{ name, file }] : []))
  const raw = files.map(({ name, file }) => [name, attachment(file, fetchRules)] as const)
  const named = files.map(({ name, file }) => [name, file.name] as const)
  return {
    raw: { ...options, ...Object.fromEntries(raw) },
    named: { ...options, ...Object.fromEntries(named) },
  }
}

async function moderatorsAnswer(
  command: Command,
  options: Asked['options'],
  interaction: ChatInputCommandInteraction,
  desk: Desk,
  log: Log,
): Promise<Response> {
  const { raw, named } = withFiles(options, interaction, desk)
  const act = {
    command: command.definition.name,
    options: named,
    by: 'command',
    run: (context: CommandContext) => command.run(raw, context),
  } as const
  return { as: 'message', message: await moderate(interaction, act, desk, log) }
}

/** Answers a slash command. */
export async function onCommand(interaction: ChatInputCommandInteraction, desk: Desk, log: Log): Promise<void> {
  const { sender, commands, questions, onTrouble } = desk
  const user = interaction.user.id
  const command = commands.find(({ definition }) => definition.name === interaction.commandName)
  const { private: wantsPrivate, ...options } = optionsOf(interaction)
  const isPrivate = wantsPrivate === true || command?.definition.audience === 'moderators'
  const waiting = questions.take(user)
  if (waiting > 0) desk.meter.limited()

  const work = async (): Promise<Response> => {
    if (waiting > 0) return { as: 'message', message: sentence(slowDown(waiting)) }
    if (command === undefined) {
      return {
        as: 'message',
        message: sentence(`There is no command /${interaction.commandName} any more: try /help.`),
      }
    }
    if (command.definition.audience === 'moderators') return moderatorsAnswer(command, options, interaction, desk, log)
    const reply = await runCommand(command, options, desk, { by: 'command', user, log })
    const asked = { call: { command: interaction.commandName, options }, command }
    const message = present(reply, { page: 0, private: isPrivate, asked }) ?? sentence('There is nothing to show.')
    return { as: 'message', message }
  }
  const deferral = { as: 'message', private: isPrivate || waiting > 0 } as const
  const atOnce = command?.definition.audience === 'moderators' && waiting === 0
  await respond({ to: interaction, deferral, work, sender, onTrouble, atOnce })
}

/** Answers a command on a message, in private. */
export async function onMessageCommand(
  interaction: MessageContextMenuCommandInteraction,
  desk: Desk,
  log: Log,
): Promise<void> {
  const { sender, messageCommands, questions, onTrouble } = desk
  const user = interaction.user.id
  const command = messageCommands.find(({ name }) => name === interaction.commandName)
  const waiting = questions.take(user)
  if (waiting > 0) desk.meter.limited()
  const work = async (): Promise<Response> => {
    if (waiting > 0) return { as: 'message', message: sentence(slowDown(waiting)) }
    if (command === undefined) return { as: 'message', message: sentence('That command is gone: try /help.') }
    const { targetMessage } = interaction
    const reply = await runMessageCommand(command, messageText(targetMessage), desk, { by: 'menu', user, log })
    const about = messageLink(interaction.guildId, targetMessage)
    const message =
      present(reply, { page: 0, private: true, asked: null, about }) ?? sentence('There is nothing to show.')
    return { as: 'message', message }
  }
  const deferral = { as: 'message', private: true } as const
  await respond({ to: interaction, deferral, work, sender, onTrouble })
}

import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js'
import type { Command } from '../../../commands/support/definition/command.ts'
import { fixedText } from '../../messages/fixed-text.ts'
import { answerInteraction, says } from '../context/answer-interaction.ts'
import type { InteractionContext } from '../context/bot-context.ts'
import { guard } from '../context/guard.ts'
import { keepUnanswered } from '../context/keep-gap.ts'
import { runCommand, runMessageCommand } from '../context/run-command.ts'
import type { MessageDraft } from '../delivery/message-payload.ts'
import type { InteractionReply, OpenForm } from '../delivery/respond-in-time.ts'
import type { CommandCall } from '../message-state/call-text.ts'
import { moderatorRights } from '../moderation/authorize.ts'
import { attachment } from '../moderation/fetch-attachment.ts'
import { privateOption } from '../registration/command-payloads.ts'
import { present, sentence } from '../render/reply-message.ts'
import { messageLink, messageText } from './chat/message-text.ts'
import { addForm, opensForm } from './moderation/article-form.ts'
import { openModeratorSession } from './moderation/moderator-session.ts'

/** The options of a call by name; of a file its id. */
function optionsOf({ options }: ChatInputCommandInteraction): CommandCall['options'] {
  return Object.fromEntries(options.data.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])))
}

/** Runs a moderator command. Only these take files, which the audit log records by name. */
async function moderatorReply(
  interaction: ChatInputCommandInteraction,
  context: InteractionContext,
  { definition, run }: Command,
): Promise<MessageDraft> {
  const options = optionsOf(interaction)
  const files = interaction.options.data.flatMap(({ name, attachment: file }) => (file ? [{ name, file }] : []))
  const fileNames = Object.fromEntries(files.map(({ name, file }) => [name, file.name]))
  const attachments = Object.fromEntries(
    files.map(({ name, file }) => [name, attachment(file, context.bot.fetchRules)]),
  )
  const action = { command: definition.name, options: { ...options, ...fileNames }, by: 'command' } as const
  const session = openModeratorSession(interaction, context, action)
  const { message } = await session.run((moderator) => run({ ...options, ...attachments }, moderator))
  return message
}

/** Opens the form of a moderator command for a moderator. */
async function openForm(
  interaction: ChatInputCommandInteraction,
  context: InteractionContext,
  options: CommandCall['options'],
): Promise<InteractionReply | OpenForm> {
  const action = { command: interaction.commandName, options, by: 'command' } as const
  const rights = await openModeratorSession(interaction, context, action).authorize()
  return rights.allowed ? addForm(options) : says(rights.why)
}

/** Answers a slash command. */
export function onCommand(interaction: ChatInputCommandInteraction, context: InteractionContext): Promise<void> {
  const { commands, limits } = context.bot
  const { commandName: name } = interaction
  const { [privateOption.name]: wantsPrivate, ...options } = optionsOf(interaction)
  const command = commands.find(({ definition }) => definition.name === name)
  const isForModerators = command?.definition.audience === 'moderators'
  const isPrivate = wantsPrivate === true || isForModerators
  const isForm = command !== undefined && opensForm(command, options)
  const unknown = fixedText('refusal.unknown-command', { name })
  return answerInteraction(interaction, context, {
    admission: guard(context, { limit: limits.questions, command, unknown }),
    deferral: { as: 'message', private: isPrivate },
    isSlow: isForModerators && !isForm,
    answer: async (known) => {
      if (isForm) return openForm(interaction, context, options)
      if (isForModerators) return { as: 'message', message: await moderatorReply(interaction, context, known) }
      const { moderation, commandIds } = context.bot
      const varies = known.definition.variesByRights === true
      const rights = varies ? await moderatorRights(interaction, moderation.rule) : undefined
      const reply = await runCommand(context, known, options, rights)
      const query = { call: { command: name, options }, command: known }
      if (!isPrivate) keepUnanswered(context, query.call, reply)
      // What only says that nothing was found would clutter a channel.
      const toReader = isPrivate || reply.kind === 'nothing'
      const message =
        present(reply, { page: 0, private: toReader, asker: context.user, query, commandIds }) ??
        sentence(fixedText('delivery.nothing'))
      return { as: 'message', message }
    },
  })
}

/** Answers a command on a message, in private. */
export function onMessageCommand(
  interaction: MessageContextMenuCommandInteraction,
  context: InteractionContext,
): Promise<void> {
  const { messageCommands, limits } = context.bot
  const { targetMessage } = interaction
  const command = messageCommands.find(({ name }) => name === interaction.commandName)
  const unknown = fixedText('refusal.unknown-menu-command')
  return answerInteraction(interaction, context, {
    admission: guard(context, { limit: limits.questions, command, unknown }),
    deferral: { as: 'message', private: true },
    answer: async (known) => {
      const reply = await runMessageCommand(context, known, messageText(targetMessage))
      const about = messageLink(interaction.guildId, targetMessage)
      const message =
        present(reply, { page: 0, private: true, query: null, about }) ?? sentence(fixedText('delivery.nothing'))
      return { as: 'message', message }
    },
  })
}

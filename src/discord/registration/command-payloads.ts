import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { Command, CommandOption, MessageCommand } from '../../../commands/support/definition/command.ts'
import { fixedText } from '../../messages/fixed-text.ts'

/** In servers, in direct messages with the bot, and in other conversations; installed in a server or by a user. */
const everywhere = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
}

/** Discord hides moderator commands from everyone else, and offers them in servers only. */
const forModerators = {
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
}

/** The option of commands for everyone that makes the answer private. It makes sense in Discord only. */
export const privateOption = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'private',
  description: fixedText('option.private'),
} as const

/** A command as Discord takes it. */
export type CommandPayload = RESTPostAPIApplicationCommandsJSONBody

function optionPayload(option: CommandOption) {
  if (option.type !== ApplicationCommandOptionType.String) return option
  const { autocomplete, ...rest } = option
  return { ...rest, ...(autocomplete !== undefined && { autocomplete: true }) }
}

function slashCommandPayload({ definition }: Command): CommandPayload {
  const { name, description, audience, options = [] } = definition
  const shared = { type: ApplicationCommandType.ChatInput, name, description } as const
  const own = options.map(optionPayload)
  return audience === 'moderators'
    ? { ...shared, ...forModerators, options: own }
    : { ...shared, ...everywhere, options: [...own, privateOption] }
}

/** All commands in Discord's form, by audience. */
export interface CommandPayloads {
  readonly everyone: readonly CommandPayload[]
  readonly moderators: readonly CommandPayload[]
}

export function commandPayloads(
  commands: readonly Command[],
  messageCommands: readonly MessageCommand[],
): CommandPayloads {
  const menu = messageCommands.map(
    ({ name }): CommandPayload => ({ ...everywhere, type: ApplicationCommandType.Message, name }),
  )
  const slash = (audience: Command['definition']['audience']) =>
    commands.filter(({ definition }) => definition.audience === audience).map(slashCommandPayload)
  return { everyone: [...slash('everyone'), ...menu], moderators: slash('moderators') }
}

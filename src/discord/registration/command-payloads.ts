import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10'
import { type Command, type MessageCommand, optionType } from '../../../commands/support/command.ts'

const chatInput = 1
const messageMenu = 3
/** In servers, in direct messages with the bot, and in other conversations; installed in a server, and by a user. */
const everywhere = { contexts: [0, 1, 2], integration_types: [0, 1] }

/** Every command that answers from the articles can answer in private; which only a chat needs. */
const privateOption = {
  type: optionType.boolean,
  name: 'private',
  description: 'Only you see the answer',
} as const

/** A command as Discord is to know it. */
export type Definition = RESTPostAPIApplicationCommandsJSONBody

/** All commands in Discord's form. */
export function definitions(
  commands: readonly Command[],
  messageCommands: readonly MessageCommand[],
): readonly Definition[] {
  const slash = commands.map(({ definition, audience }): Definition => {
    const { options = [], ...rest } = definition
    const all = audience === undefined ? [...options, privateOption] : [...options]
    return { ...everywhere, ...rest, type: chatInput, options: all }
  })
  return [...slash, ...messageCommands.map(({ name }): Definition => ({ ...everywhere, type: messageMenu, name }))]
}

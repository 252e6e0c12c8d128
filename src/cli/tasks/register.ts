import { commands } from '../../../commands/index.ts'
import { messageCommands } from '../../../commands/message-commands.ts'
import type { Config } from '../../config/config.ts'
import { escapeForTerminal } from '../../console/escape.ts'
import { register } from '../../discord/registration/register.ts'
import { discordConnection } from '../support/discord-connection.ts'

/** Registers the commands with Discord, and says what changed. */
export async function registerCommands(config: Config): Promise<void> {
  const summary = await register({ ...config, ...discordConnection(config), commands, messageCommands })
  process.stdout.write(escapeForTerminal(summary))
}

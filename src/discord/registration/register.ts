import { REST, Routes } from 'discord.js'
import * as z from 'zod'
import type { Command, MessageCommand } from '../../../commands/support/command.ts'
import { restOptions } from '../gateway/client.ts'
import { explainFailure } from '../gateway/explain-start-failure.ts'
import { inviteLink } from '../gateway/invite.ts'
import { commandPayloads } from './command-payloads.ts'
import { registerCommands } from './sync-commands.ts'

export interface RegisterOptions {
  readonly token: string
  readonly apiUrl: string | undefined
  readonly guildId: string | undefined
  readonly commands: readonly Command[]
  readonly messageCommands: readonly MessageCommand[]
}

const application = z.object({ id: z.string() })
const ownGuilds = z.array(z.object({ id: z.string() }))
const maxGuilds = '200'

/**
 * Registers the commands without going online.
 * @returns sentences about what changed, and the invitation.
 * @throws StartError with a sentence that says why Discord rejects it.
 */
export async function register(options: RegisterOptions): Promise<string> {
  const { token, apiUrl, guildId, commands, messageCommands } = options
  const rest = new REST({ version: '10', ...restOptions({ apiUrl }) }).setToken(token)
  try {
    const { id } = application.parse(await rest.get(Routes.currentApplication()))
    const guilds = guildId === undefined ? await guildsOf(rest) : []
    const done = await registerCommands({
      rest,
      applicationId: id,
      payloads: commandPayloads(commands, messageCommands),
      guildId,
      guilds,
    })
    const where = guildId === undefined ? 'everywhere' : `in the server ${guildId}`
    const changes = (['created', 'changed', 'removed'] as const).flatMap((what) =>
      done[what].length === 0 ? [] : [`${what} ${done[what].join(', ')}`],
    )
    const summary = [...changes, `${done.unchanged} unchanged`].join('; ')
    return `Commands registered ${where}: ${summary}.\nAdd the bot to a server: ${inviteLink(id)}\n`
  } catch (error) {
    throw explainFailure(error, apiUrl)
  }
}

/** The servers that the bot is in; none if Discord does not list them. */
async function guildsOf(rest: REST): Promise<readonly string[]> {
  const found = await rest
    .get(Routes.userGuilds(), { query: new URLSearchParams({ limit: maxGuilds }) })
    .catch(() => [])
  return ownGuilds.parse(found).map(({ id }) => id)
}

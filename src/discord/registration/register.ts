import { REST, Routes } from 'discord.js'
import * as z from 'zod'
import type { Command, MessageCommand } from '../../../commands/support/definition/command.ts'
import { refusalName } from '../delivery/rest-errors.ts'
import { restOptions } from '../gateway/client.ts'
import { explainFailure } from '../gateway/explain-start-failure.ts'
import { inviteLink } from '../gateway/invite.ts'
import { commandPayloads } from './command-payloads.ts'
import { registerCommands } from './sync-commands.ts'

export interface RegisterOptions {
  readonly token: string
  readonly apiUrl: string | undefined
  readonly guildId: string | undefined
  readonly moderationGuildIds: readonly string[]
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
  const { token, apiUrl, guildId, moderationGuildIds, commands, messageCommands } = options
  const rest = new REST({ version: '10', ...restOptions({ apiUrl }) }).setToken(token)
  try {
    const { id } = application.parse(await rest.get(Routes.currentApplication()))
    const done = await registerCommands({
      rest,
      applicationId: id,
      payloads: commandPayloads(commands, messageCommands),
      guildId,
      moderationGuildIds,
      guilds: await guildsOf(rest),
    })
    const where = placesOf(options)
    const changes = (['created', 'changed', 'removed'] as const).flatMap((what) =>
      done[what].length === 0 ? [] : [`${what} ${done[what].join(', ')}`],
    )
    const summary = [...changes, `${done.unchanged} unchanged`].join('; ')
    const failures = done.failed.map(
      ({ guild, error }) =>
        `Not in the server ${guild} (${refusalName(error) ?? 'no answer'}): check that its id is right and that the bot is in it.\n`,
    )
    return `Commands registered ${where}: ${summary}.\n${failures.join('')}Add the bot to a server: ${inviteLink(id)}\n`
  } catch (error) {
    throw explainFailure(error, apiUrl)
  }
}

/** Where the commands are registered. */
function placesOf({ guildId, moderationGuildIds }: RegisterOptions): string {
  const where = guildId === undefined ? 'everywhere' : `in the server ${guildId}`
  if (moderationGuildIds.length === 0) return where
  return `${where}, those of moderators in ${moderationGuildIds.join(', ')}`
}

/** The servers that the bot is in; none if Discord does not list them. */
async function guildsOf(rest: REST): Promise<readonly string[]> {
  const found = await rest
    .get(Routes.userGuilds(), { query: new URLSearchParams({ limit: maxGuilds }) })
    .catch(() => [])
  return ownGuilds.parse(found).map(({ id }) => id)
}

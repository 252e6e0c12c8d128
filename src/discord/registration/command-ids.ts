import { type REST, Routes } from 'discord.js'
import * as z from 'zod'

const registered = z.array(z.object({ id: z.string().regex(/^\d+$/), type: z.number().default(1), name: z.string() }))
const slashCommand = 1

/**
 * The ids of the registered slash commands for everyone by name: those of one server, or the global ones.
 * @throws DiscordAPIError if Discord does not list them.
 */
export async function fetchCommandIds(
  rest: REST,
  applicationId: string,
  guildId: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId)
  const found = registered.parse(await rest.get(route))
  return new Map(found.filter(({ type }) => type === slashCommand).map(({ id, name }) => [name, id]))
}

import { type Client, Routes } from 'discord.js'
import { z } from 'zod'

const application = z.object({
  owner: z.object({ id: z.string() }).nullish(),
  team: z.object({ members: z.array(z.object({ user: z.object({ id: z.string() }) })) }).nullish(),
})

/** The ids of those whose application the bot is: the team's members, or else the one owner. */
export async function ownersOf({ rest }: Pick<Client, 'rest'>): Promise<ReadonlySet<string>> {
  const { owner, team } = application.parse(await rest.get(Routes.currentApplication()))
  if (team) return new Set(team.members.map(({ user }) => user.id))
  return new Set(owner ? [owner.id] : [])
}

import { type Client, Routes } from 'discord.js'
import { z } from 'zod'

const application = z.object({
  owner: z.object({ id: z.string() }).nullish(),
  team: z.object({ members: z.array(z.object({ user: z.object({ id: z.string() }) })) }).nullish(),
})

/** Milliseconds for which the owners are remembered, and a failure to learn them, so that typing asks Discord once. */
const remembered = 5 * 60_000
const failureRemembered = 5_000

/** The ids of those whose application the bot is: the team's members, or else the one owner. */
async function askForOwners({ rest }: Pick<Client, 'rest'>): Promise<ReadonlySet<string>> {
  const { owner, team } = application.parse(await rest.get(Routes.currentApplication()))
  if (team) return new Set(team.members.map(({ user }) => user.id))
  return new Set(owner ? [owner.id] : [])
}

/**
 * The owners of the bot's application, asked for when they are first needed, and again after five minutes. Whoever asks
 * while a request is under way shares its outcome.
 */
export function createOwners(
  client: Pick<Client, 'rest'>,
  now: () => number = Date.now,
): () => Promise<ReadonlySet<string>> {
  let known: { readonly owners: Promise<ReadonlySet<string>>; until: number } | null = null
  return () => {
    if (known !== null && now() < known.until) return known.owners
    const asked = { owners: askForOwners(client), until: Number.POSITIVE_INFINITY }
    known = asked
    asked.owners.then(
      () => {
        asked.until = now() + remembered
      },
      () => {
        asked.until = now() + failureRemembered
      },
    )
    return asked.owners
  }
}

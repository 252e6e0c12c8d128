import { type Client, Routes } from 'discord.js'
import * as z from 'zod'

const application = z.object({
  owner: z.object({ id: z.string() }).nullish(),
  team: z.object({ members: z.array(z.object({ user: z.object({ id: z.string() }) })) }).nullish(),
})

/** How long the owners are cached, in milliseconds, and a failed request, so that autocomplete does not repeat it. */
const cachedMs = 5 * 60_000
const failureCachedMs = 5_000

/** The ids of the application's owners: the team's members, or the one owner. */
async function fetchOwners({ rest }: Pick<Client, 'rest'>): Promise<ReadonlySet<string>> {
  const { owner, team } = application.parse(await rest.get(Routes.currentApplication()))
  if (team) return new Set(team.members.map(({ user }) => user.id))
  return new Set(owner ? [owner.id] : [])
}

/** Gets the ids of the application's owners, from a cache for five minutes. Concurrent callers share one request. */
export function createOwners(
  client: Pick<Client, 'rest'>,
  now: () => number = Date.now,
): () => Promise<ReadonlySet<string>> {
  let cached: { readonly owners: Promise<ReadonlySet<string>>; until: number } | null = null
  return () => {
    if (cached !== null && now() < cached.until) return cached.owners
    const entry = { owners: fetchOwners(client), until: Number.POSITIVE_INFINITY }
    cached = entry
    entry.owners.then(
      () => {
        entry.until = now() + cachedMs
      },
      () => {
        entry.until = now() + failureCachedMs
      },
    )
    return entry.owners
  }
}

import type { AnyThreadChannel } from 'discord.js'

/** A thread with its name and parent, which one that is not cached comes without; null if Discord does not return it. */
export async function fetchThread(thread: AnyThreadChannel): Promise<AnyThreadChannel | null> {
  return thread.parentId === null ? thread.fetch().catch(() => null) : thread
}

import type { Message } from 'discord.js'

/**
 * Whether the bot answers messages where this one was written: anywhere if no channel is listed; otherwise in the listed channels,
 * their threads, and direct messages. Slash commands work everywhere.
 */
export async function isChatPlace(
  { guildId, channelId, channel }: Pick<Message, 'guildId' | 'channelId' | 'channel'>,
  channelIds: readonly string[],
): Promise<boolean> {
  if (channelIds.length === 0 || guildId === null || channelIds.includes(channelId)) return true
  if (!channel.isThread()) return false
  // A thread that is not cached comes without its parent.
  const thread = channel.parentId === null ? await channel.fetch().catch(() => null) : channel
  const parentId = thread?.parentId ?? null
  return parentId !== null && channelIds.includes(parentId)
}

import type { Message } from 'discord.js'
import { fetchThread } from './fetch-thread.ts'

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
  const parentId = (await fetchThread(channel))?.parentId ?? null
  return parentId !== null && channelIds.includes(parentId)
}

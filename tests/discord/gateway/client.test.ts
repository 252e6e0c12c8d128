import { Events } from 'discord.js'
import { expect } from 'vitest'
import { createClient, sweepChannels } from '../../../src/discord/gateway/client.ts'
import { test } from '../../../testkit/discord/bot/lab.ts'
import { aliceUser, benUser, botId, dmChannelId, ownerUser } from '../../../testkit/discord/server/world.ts'

test('the client caches no messages, users or members', async ({ lab }) => {
  const discord = await lab.discord()
  const client = createClient({ apiUrl: discord.url })
  try {
    let heard = 0
    client.on(Events.MessageCreate, () => {
      heard++
    })
    client.on(Events.InteractionCreate, () => {
      heard++
    })
    await client.login(discord.token)
    await discord.online()
    for (const author of [aliceUser, benUser, ownerUser]) {
      for (let said = 0; said < 20; said++) discord.say(`<@${botId}> ${said}?`, { author })
      discord.say('hello', { author, place: 'dm' })
      discord.slash('ask', {}, { user: author, place: 'other guild' })
      discord.slash('ask', {}, { user: author, place: 'private channel' })
    }
    await expect.poll(() => heard).toBe(69)
    const dm = dmChannelId(aliceUser)
    sweepChannels(client, new Set([dm]))
    expect(client.channels.cache.has(dm)).toBe(true)
    sweepChannels(client, new Set())
    expect([...client.users.cache.keys()]).toEqual([botId])
    expect(client.channels.cache.some((channel) => channel.isDMBased())).toBe(false)
    for (const guild of client.guilds.cache.values()) expect([...guild.members.cache.keys()]).toEqual([botId])
    for (const channel of client.channels.cache.values()) {
      expect(channel.isTextBased() ? channel.messages.cache.size : 0).toBe(0)
    }
  } finally {
    await client.destroy()
  }
})

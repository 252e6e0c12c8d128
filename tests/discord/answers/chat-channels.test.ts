import { describe, expect } from 'vitest'
import { test } from '../../../testkit/discord/bot/lab.ts'
import { botId, testChannelId, testGuildId, testThread } from '../../../testkit/discord/server/world.ts'

const question = `<@${botId}> How many drones did Russia launch?`

describe('with CHAT_CHANNEL_IDS', () => {
  const options = { env: { CHAT_CHANNEL_IDS: testChannelId, RATE_LIMIT: '0' } }

  test('a mention is answered in a listed channel and in direct messages, and nowhere else', async ({ lab }) => {
    const { discord } = await lab.registered(options)
    const ignored = discord.say(question, { place: 'quiet channel' })
    expect((await discord.say(question).answered()).embeds[0]?.description).toContain('112')
    expect((await discord.say(question, { place: 'dm' }).answered()).embeds[0]?.description).toContain('112')
    expect(ignored.responses).toEqual([])
  })

  test('a mention is answered in a thread of a listed channel, whether the bot knows the thread yet or not', async ({
    lab,
  }) => {
    const { discord } = await lab.registered(options)
    expect((await discord.say(question, { place: 'thread' }).answered()).embeds[0]?.description).toContain('112')
    discord.gateway.dispatch('THREAD_CREATE', { ...testThread, newly_created: true }, { guildId: testGuildId })
    expect((await discord.say(question, { place: 'thread' }).answered()).embeds[0]?.description).toContain('112')
  })

  test('commands work in every channel', async ({ lab }) => {
    const { discord } = await lab.registered(options)
    const answer = await discord.slash('facts', { topic: 'drones' }, { place: 'other guild' }).answered()
    expect(answer.embeds[0]?.title).toBe('drones')
  })
})

describe('with CHAT_CHANNEL_IDS of another channel', () => {
  const options = { env: { CHAT_CHANNEL_IDS: '1100000000000000199', RATE_LIMIT: '0' } }

  test('a mention in a thread of a channel that is not listed is not answered', async ({ lab }) => {
    const { discord } = await lab.registered(options)
    const ignored = [discord.say(question, { place: 'thread' }), discord.say(question)]
    await discord.say(question, { place: 'dm' }).answered()
    expect(ignored.flatMap(({ responses }) => responses)).toEqual([])
  })

  test('a thread whose channel cannot be found out is not answered, and the bot goes on', async ({ lab }) => {
    const { discord } = await lab.registered(options)
    discord.faults.on('GET /channels/:channel', { kind: 'refusal', status: 403, code: 50_001 })
    const ignored = discord.say(question, { place: 'thread' })
    await discord.say(question, { place: 'dm' }).answered()
    expect(ignored.responses).toEqual([])
  })
})

import { describe, expect } from 'vitest'
import { test as labTest, testWithBot } from '../../../testkit/discord/bot/lab.ts'

const test = testWithBot()

const drones = { topic: 'drones' }

describe('a broken connection to the gateway', () => {
  test('loses no command that arrived meanwhile', async ({ online: { discord } }) => {
    const before = discord.gateway.count('identified')
    discord.gateway.drop()
    expect((await discord.slash('facts', drones).answered()).embeds[0]?.title).toBe('drones')
    expect(discord.gateway.count('identified')).toBe(before)
  })

  test('is resumed after a reconnect request (op 7)', async ({ online: { discord } }) => {
    const before = discord.gateway.count('resumed')
    discord.gateway.reconnect()
    await discord.until('a resume', () => discord.gateway.count('resumed') > before)
    expect((await discord.slash('facts', drones).answered()).embeds[0]?.title).toBe('drones')
  })

  test('is resumed or replaced after an invalid session (op 9)', async ({ online: { discord } }) => {
    const [resumed, identified] = [discord.gateway.count('resumed'), discord.gateway.count('identified')]
    discord.gateway.invalidate(true)
    await discord.until('a resume', () => discord.gateway.count('resumed') > resumed)
    expect((await discord.slash('facts', drones).answered()).embeds[0]?.title).toBe('drones')
    discord.gateway.invalidate(false)
    await discord.until('a new session', () => discord.gateway.count('identified') > identified)
    expect((await discord.slash('facts', drones).answered()).embeds[0]?.title).toBe('drones')
  })

  labTest('that no longer acknowledges heartbeats is replaced', async ({ lab }) => {
    const { discord } = await lab.registered({}, await lab.discord({ heartbeatInterval: 1000 }))
    const before = discord.gateway.count('resumed')
    discord.gateway.zombie()
    expect((await discord.slash('facts', drones).answered()).embeds[0]?.title).toBe('drones')
    expect(discord.gateway.count('resumed')).toBeGreaterThan(before)
  })
})

describe('several shards', () => {
  labTest('all answer, and register the commands once', async ({ lab }) => {
    const discord = await lab.discord({ shards: 2 })
    const { bot } = await lab.registered({}, discord)
    expect((await discord.slash('facts', drones).answered()).embeds[0]?.title).toBe('drones')
    expect((await discord.slash('facts', drones, { place: 'dm' }).answered()).embeds[0]?.title).toBe('drones')
    expect(bot.log().match(/commands registered/g)).toHaveLength(1)
    expect(bot.log()).toContain('"shards":2')
  })
})

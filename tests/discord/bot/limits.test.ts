import { describe, expect } from 'vitest'
import { test } from '../lab.ts'
import { isPrivate } from '../messages.ts'
import { ALICE, BEN, BOT_ID } from '../world.ts'

const slowDown = /^That is a lot of questions at once: ask again in \d+ seconds?\.$/

describe('the limit of questions', () => {
  test('is five in ten seconds for each person; the sixth gets a private line that says when', async ({ lab }) => {
    const { discord } = await lab.registered()
    for (let asked = 0; asked < 5; asked++) {
      expect((await discord.slash('facts', { topic: 'drones' }).answered()).embeds).toHaveLength(1)
    }
    const refused = await discord.slash('facts', { topic: 'drones' }).answered()
    expect(refused.content).toMatch(slowDown)
    expect(isPrivate(refused)).toBe(true)
    expect((await discord.slash('facts', { topic: 'drones' }, { user: BEN }).answered()).embeds).toHaveLength(1)
  })

  test('holds in chat, where it is said once', async ({ lab }) => {
    const { discord, bot } = await lab.registered({ env: { RATE_LIMIT: '1' } })
    await discord.say(`<@${BOT_ID}> drones?`, { author: ALICE }).answered()
    const told = discord.say(`<@${BOT_ID}> drones?`, { author: ALICE })
    expect((await told.answered()).content).toMatch(slowDown)
    const silent = discord.say(`<@${BOT_ID}> drones?`, { author: ALICE })
    await discord.say(`<@${BOT_ID}> drones?`, { author: BEN }).answered()
    await bot.stop()
    expect(silent.responses).toEqual([])
  })

  test('may be none', async ({ lab }) => {
    const { discord } = await lab.registered({ env: { RATE_LIMIT: '0' } })
    const asked = Array.from({ length: 12 }, () => discord.slash('facts', { topic: 'drones' }))
    for (const exchange of asked) expect((await exchange.answered()).embeds).toHaveLength(1)
  })

  test('lets pages be turned more often than questions be asked', async ({ lab }) => {
    const { discord } = await lab.registered({ env: { RATE_LIMIT: '1' } })
    const message = await discord.slash('facts', { topic: 'Ukraine' }).answered()
    const turned = await discord.press(message, 'Next').answered()
    expect((await discord.press(turned, 'Previous').answered()).embeds).toEqual(message.embeds)
    await discord.press(turned, 'Previous').answered()
    await discord.press(turned, 'Previous').answered()
    expect((await discord.press(turned, 'Previous').answered()).content).toMatch(slowDown)
  })
})

import { describe, expect } from 'vitest'
import { test } from '../../../testkit/discord/bot/lab.ts'
import { isPrivate } from '../../../testkit/discord/messages/messages.ts'
import { aliceUser, benUser, botId } from '../../../testkit/discord/server/world.ts'

const slowDown = /^Too many questions at once: ask again in \d+ seconds?\.$/

describe('the rate limit', () => {
  test('is five questions in ten seconds per user; the sixth gets a private sentence that says how long to wait', async ({
    lab,
  }) => {
    const { discord } = await lab.registered()
    const asked = Array.from({ length: 6 }, () => discord.slash('facts', { topic: 'drones' }))
    const other = discord.slash('facts', { topic: 'drones' }, { user: benUser })
    const said = await Promise.all([...asked, other].map((exchange) => exchange.answered()))
    expect(said.map(({ embeds }) => embeds.length)).toEqual([1, 1, 1, 1, 1, 0, 1])
    const refused = said[5] ?? expect.fail('There is no sixth answer.')
    expect(refused.content).toMatch(slowDown)
    expect(isPrivate(refused)).toBe(true)
  })

  test('applies in chat, where the bot says so only once', async ({ lab }) => {
    const { discord, bot } = await lab.registered({ env: { RATE_LIMIT: '1' } })
    const ask = (author = aliceUser) => discord.say(`<@${botId}> drones?`, { author })
    const [answered, told, silent, other] = [ask(), ask(), ask(), ask(benUser)]
    expect((await answered.answered()).embeds).toHaveLength(1)
    expect((await told.answered()).content).toMatch(slowDown)
    expect((await other.answered()).embeds).toHaveLength(1)
    await bot.stop()
    expect(silent.responses).toEqual([])
  })

  test('can be switched off', async ({ lab }) => {
    const { discord } = await lab.registered({ env: { RATE_LIMIT: '0' } })
    const asked = Array.from({ length: 12 }, () => discord.slash('facts', { topic: 'drones' }))
    for (const exchange of asked) expect((await exchange.answered()).embeds).toHaveLength(1)
  })

  test('allows more button presses than questions', async ({ lab }) => {
    const { discord } = await lab.registered({ env: { RATE_LIMIT: '1' } })
    const message = await discord.slash('facts', { topic: 'Ukraine' }).answered()
    const presses = Array.from({ length: 5 }, () => discord.press(message, 'Next'))
    const said = await Promise.all(presses.map((press) => press.answered()))
    const refused = said.pop()
    expect(new Set(said.map(({ id }) => id))).toEqual(new Set([message.id]))
    expect(said[0]?.embeds[0]?.footer?.text).toContain('page 2 of')
    expect(refused?.content).toMatch(slowDown)
  })

  test('allows ten times as many suggestions as questions, counted separately', async ({ lab }) => {
    const { discord } = await lab.registered({ env: { RATE_LIMIT: '1' } })
    const type = (user = aliceUser) => discord.autocomplete('facts', 'topic', 'dron', {}, { user })
    const typed = [...Array.from({ length: 12 }, () => type()), type(benUser)]
    const found = await Promise.all(typed.map((exchange) => exchange.suggested()))
    expect(found.map((choices) => choices.length > 0)).toEqual([...Array(10).fill(true), false, false, true])
    expect((await discord.slash('facts', { topic: 'drones' }).answered()).embeds).toHaveLength(1)
    expect((await type(benUser).suggested()).length).toBeGreaterThan(0)
  })
})

import { describe, expect } from 'vitest'
import { testWithBot } from '../../../testkit/discord/bot/lab.ts'
import type { Exchange } from '../../../testkit/discord/interactions/exchange.ts'
import { isPrivate } from '../../../testkit/discord/messages/messages.ts'
import type { LoopbackDiscord } from '../../../testkit/discord/server/server.ts'
import { botId } from '../../../testkit/discord/server/world.ts'

const test = testWithBot()

const callback = 'POST /interactions/:interaction/:token/callback'
const original = 'PATCH /webhooks/:application/:token/messages/@original'
const drones = { topic: 'drones' }

/** What the bot did about an interaction, in order: the kinds of its answers. */
const kinds = ({ responses }: Exchange) =>
  responses.map(({ kind, type }) => (type === undefined ? kind : `${kind} ${type}`))
const statuses = (discord: LoopbackDiscord, route: string) =>
  discord.requests.filter((request) => request.route === route).map(({ status }) => status)

/** How old an interaction must be for the bot to defer it as soon as it arrives; in milliseconds. */
const slowGateway = 1100

test.beforeEach(({ online: { discord }, onTestFinished }) => {
  const { ahead } = discord.clock
  onTestFinished(() => {
    discord.clock.ahead = ahead
    discord.faults.clear()
  })
})

describe('an answer', () => {
  test('to an interaction that arrived late is deferred at once, as private as the answer will be', async ({
    online: { discord },
  }) => {
    discord.clock.ahead = -slowGateway
    const open = discord.slash('facts', drones)
    const hidden = discord.slash('facts', { ...drones, private: true })
    const menu = discord.choose(await open.answered(), 'Context')
    expect(isPrivate(await hidden.answered())).toBe(true)
    expect(isPrivate(await menu.answered())).toBe(true)
    for (const exchange of [open, hidden, menu]) expect(kinds(exchange)).toEqual(['callback 5', 'edit'])
  })
})

describe('an answer that Discord does not accept at first', () => {
  test('is sent again after 503', async ({ online: { discord } }) => {
    discord.faults.on(callback, { kind: 'status', status: 503 }, 2)
    expect((await discord.slash('facts', drones).answered()).embeds[0]?.title).toBe('drones')
    expect(statuses(discord, callback).slice(-3)).toEqual([503, 503, 204])
  })

  test('does not stop the bot if every attempt gets 503', async ({ online: { discord } }) => {
    discord.faults.on(callback, { kind: 'status', status: 503 }, 4)
    expect((await discord.slash('facts', drones).answered()).embeds[0]?.title).toBe('drones')
    expect(statuses(discord, callback).slice(-5)).toEqual([503, 503, 503, 503, 204])
  })

  test.for([
    { kind: 'hang-up', when: 'before', reset: true },
    { kind: 'hang-up', when: 'before' },
    { kind: 'hang-up', when: 'after', reset: true },
    { kind: 'hang-up', when: 'after' },
    { kind: 'slow', ms: 4000 },
  ] as const)('is shown once, even if Discord’s response was lost: %j', async (fault, { online: { discord } }) => {
    discord.faults.on(callback, fault)
    const exchange = discord.slash('facts', drones)
    expect((await exchange.answered()).embeds[0]?.title).toBe('drones')
    await quiet(discord)
    expect(exchange.followUps()).toEqual([])
    expect(exchange.responses.filter(({ kind }) => kind === 'callback')).toHaveLength(1)
    expect(exchange.message()?.embeds[0]?.title).toBe('drones')
  })

  test('to a button turns the page once, even if Discord’s response was lost', async ({ online: { discord } }) => {
    const message = await discord.slash('facts', { topic: 'Ukraine' }).answered()
    discord.faults.on(callback, { kind: 'hang-up', when: 'before' })
    const second = await discord.press(message, 'Next').answered()
    expect(second.embeds[0]?.footer?.text).toMatch(/^page 2 of/)
  })

  test('is edited in after the wait that 429 asks for', async ({ online: { discord } }) => {
    discord.clock.ahead = -slowGateway
    discord.faults.on(original, { kind: 'limit', retryAfter: 0.3 })
    const exchange = discord.slash('facts', drones)
    expect((await exchange.answered()).embeds[0]?.title).toBe('drones')
    expect(statuses(discord, original).slice(-2)).toEqual([429, 200])
  })

  test('is sent after the wait that 429 asks for', async ({ online: { discord } }) => {
    discord.faults.on(callback, { kind: 'limit', retryAfter: 0.3 })
    expect((await discord.slash('facts', drones).answered()).embeds[0]?.title).toBe('drones')
  })

  test('is edited in again after 5xx and lost connections', async ({ online: { discord } }) => {
    discord.clock.ahead = -slowGateway
    discord.faults.on(original, { kind: 'status', status: 502 }, 2)
    discord.faults.on(original, { kind: 'hang-up', when: 'before' })
    expect((await discord.slash('facts', drones).answered()).embeds[0]?.title).toBe('drones')
  })

  test('in chat is posted once, even if Discord’s response was lost', async ({ online: { discord } }) => {
    discord.faults.on('POST /channels/:channel/messages', { kind: 'hang-up', when: 'after', reset: true })
    const exchange = discord.say(`<@${botId}> How many drones did Russia launch?`)
    await exchange.answered()
    await quiet(discord)
    expect(exchange.followUps()).toEqual([])
  })

  test('does not stop the bot in a channel where it may not write', async ({ online: { discord, bot } }) => {
    discord.faults.on('POST /channels/:channel/messages', { kind: 'status', status: 403 })
    discord.say(`<@${botId}> drones?`)
    await bot.says('a reply was not sent')
    expect((await discord.slash('facts', drones).answered()).embeds[0]?.title).toBe('drones')
  })
})

/** Waits until whatever the bot may still have to say about earlier questions has been said. */
async function quiet(discord: LoopbackDiscord): Promise<void> {
  await discord.slash('help').answered()
  await discord.say(`<@${botId}>`).answered()
}

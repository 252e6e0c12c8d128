import { REST } from 'discord.js'
import { describe, expect } from 'vitest'
import { type Response, respond } from '../../../src/discord/respond.ts'
import { createSender } from '../../../src/discord/sender.ts'
import { type Lab, test } from '../lab.ts'
import { BOT_ID } from '../world.ts'

describe.concurrent('an answer that is late', () => {
  test('is deferred after a second and a half, and follows', async ({ lab }) => {
    const { discord, exchange, finish } = await slowWork(lab)
    const first = await exchange.acknowledged()
    expect(first).toMatchObject({ kind: 'callback', type: 5 })
    expect(first.after).toBeGreaterThanOrEqual(1400)
    expect(first.after).toBeLessThan(3000)
    finish({ as: 'message', message: { content: 'at last' } })
    expect((await exchange.answered()).content).toBe('at last')
    expect(discord.violations).toEqual([])
  })

  test('is not sent when a quarter of an hour has passed', async ({ lab }) => {
    const discord = await lab.discord()
    const troubles: string[] = []
    const rest = new REST({ api: discord.url })
    const onTrouble = (what: string) => void troubles.push(what)
    await respond({
      to: { id: '1', token: 'none', applicationId: BOT_ID, createdTimestamp: Date.now() - 15 * 60_000 },
      deferral: { as: 'message', private: false },
      work: async () => ({ as: 'message', message: { content: 'too late' } }),
      sender: { ...createSender({ rest, onTrouble }), callback: async () => 'taken' },
      onTrouble,
    })
    expect(troubles).toEqual(['an answer came too late to be shown'])
    expect(discord.requests).toEqual([])
  })

  test('an interaction that is too late (10062) and a token that has run out (50027) are survived', async ({ lab }) => {
    const discord = await lab.discord({ callbackDeadline: 0 })
    const { bot } = await lab.registered({}, discord)
    discord.gateway.lag = 20
    discord.slash('facts', { topic: 'drones' })
    await bot.says('message was not acknowledged')
    expect(
      (await discord.say('How many drones did Russia launch?', { place: 'dm' }).answered()).embeds[0],
    ).toBeDefined()

    const short = await lab.discord({ tokenLife: 1200 })
    const other = await lab.registered({}, short)
    short.gateway.lag = 1500
    const exchange = short.slash('facts', { topic: 'drones' })
    await other.bot.says('an answer was not edited')
    expect(exchange.responses.map(({ type }) => type)).toEqual([5])
    expect(await other.bot.stop()).toEqual({ code: 0, signal: null })
  })
})

/** An interaction whose answer is made when the test says so. */
async function slowWork(lab: Lab) {
  const discord = await lab.discord()
  let finish: (response: Response) => void = () => undefined
  const made = new Promise<Response>((resolve) => {
    finish = resolve
  })
  const client = await lab.online(discord, async (interaction) => {
    await respond({
      to: interaction,
      deferral: { as: 'message', private: false },
      work: () => made,
      sender: createSender({ rest: client.rest, onTrouble: () => undefined }),
      onTrouble: () => undefined,
    })
  })
  return { discord, exchange: discord.slash('ask', { question: 'slow?' }), finish }
}

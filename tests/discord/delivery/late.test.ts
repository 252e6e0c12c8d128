import { REST } from 'discord.js'
import { describe, expect } from 'vitest'
import { createSender } from '../../../src/discord/delivery/interaction-client.ts'
import { type InteractionReply, type RespondOptions, respond } from '../../../src/discord/delivery/respond-in-time.ts'
import { createTestClock, type TestClock } from '../../../testkit/clock.ts'
import { type Lab, test } from '../../../testkit/discord/bot/lab.ts'
import type { Exchange } from '../../../testkit/discord/interactions/exchange.ts'
import type { LoopbackDiscord } from '../../../testkit/discord/server/server.ts'
import { botId } from '../../../testkit/discord/server/world.ts'

const done: InteractionReply = { as: 'message', message: { content: 'done' } }
const kinds = ({ responses }: Exchange) => responses.map(({ kind, type }) => type ?? kind)

describe.concurrent('an answer', () => {
  test('that is quick is sent at once', async ({ lab }) => {
    const discord = await lab.discord()
    await answering(lab, discord, async () => done)
    const exchange = discord.slash('ask', { question: 'quick?' })
    expect((await exchange.answered()).content).toBe('done')
    expect(kinds(exchange)).toEqual([4])
  })

  test('that is slow is deferred after a second and a half, and sent when it is ready', async ({ lab }) => {
    const discord = await lab.discord()
    const { promise: made, resolve: finish } = withResolvers<InteractionReply>()
    const clock = createTestClock()
    const { promise: begun, resolve: begin } = withResolvers<void>()
    await answering(
      lab,
      discord,
      () => {
        begin()
        return made
      },
      clock,
    )
    const exchange = discord.slash('ask', { question: 'slow?' })
    await begun
    clock.advance(1500)
    await exchange.acknowledged()
    expect(kinds(exchange)).toEqual([5])
    finish(done)
    expect((await exchange.answered()).content).toBe('done')
    expect(kinds(exchange)).toEqual([5, 'edit'])
  })

  test('to an interaction that arrived late is deferred before the work starts', async ({ lab }) => {
    const discord = await lab.discord({ ahead: -1100 })
    const before: ReturnType<typeof kinds>[] = []
    await answering(lab, discord, async () => {
      before.push(kinds(exchange))
      return done
    })
    const exchange = discord.slash('ask', { question: 'quick?' })
    expect((await exchange.answered()).content).toBe('done')
    expect(before).toEqual([[5]])
  })
})

describe.concurrent('an answer that is late', () => {
  test('is not sent after fifteen minutes', async ({ lab }) => {
    const discord = await lab.discord()
    const troubles: string[] = []
    const rest = new REST({ api: discord.url })
    const onTrouble = (what: string) => void troubles.push(what)
    await respond({
      to: { id: '1', token: 'none', applicationId: botId, createdTimestamp: Date.now() - 15 * 60_000 },
      deferral: { as: 'message', private: false },
      work: async () => ({ as: 'message', message: { content: 'too late' } }),
      sender: { ...createSender({ rest, onTrouble }), callback: async () => 'accepted' },
      onTrouble,
    })
    expect(troubles).toEqual(['an answer came too late to be shown'])
    expect(discord.requests).toEqual([])
  })

  test('does not stop the bot if the interaction (10062) or its token (50027) has expired', async ({ lab }) => {
    const discord = await lab.discord({ callbackDeadline: 0, ahead: -1 })
    const { bot } = await lab.registered({}, discord)
    discord.slash('facts', { topic: 'drones' })
    await bot.says('message was not acknowledged')
    expect(
      (await discord.say('How many drones did Russia launch?', { place: 'dm' }).answered()).embeds[0],
    ).toBeDefined()

    const short = await lab.discord({ tokenLife: 1200, ahead: -1500 })
    const other = await lab.registered({}, short)
    const exchange = short.slash('facts', { topic: 'drones' })
    await other.bot.says('an answer was not edited')
    expect(exchange.responses.map(({ type }) => type)).toEqual([5])
    await other.bot.stop()
  })
})

/** A client that answers every interaction with what `work` makes. */
async function answering(
  lab: Lab,
  discord: LoopbackDiscord,
  work: RespondOptions['work'],
  clock?: TestClock,
): Promise<void> {
  const client = await lab.online(discord, (interaction) =>
    respond({
      to: interaction,
      deferral: { as: 'message', private: false },
      work,
      ...(clock && { clock }),
      sender: createSender({ rest: client.rest, onTrouble: () => undefined }),
      onTrouble: () => undefined,
    }),
  )
}

/** A promise that the test settles. */
function withResolvers<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

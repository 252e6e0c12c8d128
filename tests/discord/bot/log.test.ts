import { describe, expect } from 'vitest'
import { type Lab, type Online, test } from '../../../testkit/discord/bot/lab.ts'
import { write } from '../../../testkit/discord/messages/chat.ts'
import type { Fault } from '../../../testkit/discord/server/faults.ts'
import { botId } from '../../../testkit/discord/server/world.ts'

const callback = 'POST /interactions/:interaction/:token/callback'
const original = 'PATCH /webhooks/:application/:token/messages/@original'
const followUp = 'POST /webhooks/:application/:token'
const channel = 'POST /channels/:channel/messages'

/** A word that stands in the articles, in the questions, and nowhere else. */
const marker = 'zebrafinch'
const articles = { 'harbour.txt': `The ${marker} harbour opened 12 berths in May, the council of Elmport said.\n` }
const question = `How many berths did the ${marker} harbour open?`

const invalidForm = 50_035
const unknownInteraction = 10_062
const missingPermissions = 50_013
/** An interaction of this age, in milliseconds, is deferred, and its answer is an edit. */
const oldOnArrival = 1100
/** More than are tried again. */
const everyTry = 12

const faults: readonly Fault[] = [
  { kind: 'status', status: 403 },
  { kind: 'refusal', status: 400, code: invalidForm },
  { kind: 'refusal', status: 404, code: unknownInteraction },
  { kind: 'status', status: 404 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503 },
  { kind: 'hang-up', when: 'before', reset: true },
  { kind: 'hang-up', when: 'before' },
  { kind: 'hang-up', when: 'after' },
]

/** Has every kind of answer fail by `fault`, one after the other, and waits until the bot has said so of each. */
async function failEveryDelivery({ discord, bot }: Online, fault: Fault): Promise<void> {
  const failing = async (route: string, line: string, ask: () => unknown): Promise<void> => {
    const before = bot.log().split(line).length - 1
    discord.faults.on(route, fault, everyTry)
    ask()
    await bot.says(line, before + 1)
    discord.faults.clear()
    // Whatever is still tried for it comes before the next answer.
    await discord.slash('help').answered()
  }
  await failing(callback, 'message was not acknowledged', () => discord.slash('ask', { question, private: true }))
  await failing(callback, 'message was not acknowledged', () =>
    discord.messageMenu('Find in articles', write(question)),
  )
  await failing(callback, 'suggest was not acknowledged', () => discord.autocomplete('facts', 'topic', marker))
  const answer = await discord.slash('ask', { question, private: true }).answered()
  await failing(followUp, 'a further answer was not sent', () => discord.press(answer, 'Show to everyone'))
  await failing(channel, 'a reply was not sent', () => discord.say(`<@${botId}> ${question}`))
  await failing(original, 'an answer was not edited', () => {
    const { ahead } = discord.clock
    discord.clock.ahead = -oldOnArrival
    discord.slash('ask', { question })
    discord.clock.ahead = ahead
  })
}

async function botWithMarker(lab: Lab, env: Readonly<Record<string, string>> = {}): Promise<Online> {
  const folder = await lab.folder(articles)
  return lab.registered({ env: { RATE_LIMIT: '0', ARTICLES_DIR: folder, ...env } })
}

/** That the log holds nothing of what was asked and answered. */
function expectClean(log: string, { discord }: Online): void {
  expect(log).not.toContain(marker)
  for (const token of discord.confidential().tokens) expect(log).not.toContain(token)
}

describe('a bot whose answers Discord does not accept', () => {
  test('logs no question, no answer and no token, even at level debug', async ({ lab }) => {
    const online = await botWithMarker(lab, { LOG_LEVEL: 'debug' })
    const { discord, bot } = online
    const shown = await discord.slash('ask', { question }).answered()
    expect(shown.embeds[0]?.description).toContain(marker)
    for (const fault of faults) await failEveryDelivery(online, fault)
    discord.faults.on(callback, { kind: 'held', until: new Promise(() => undefined) })
    discord.slash('ask', { question })
    await bot.says(/"name":"(?:AbortError|TimeoutError)"/)
    await bot.stop()
    expectClean(bot.log(), online)
  })

  test('logs what was refused, and on which route', async ({ lab }) => {
    const online = await botWithMarker(lab)
    await failEveryDelivery(online, { kind: 'refusal', status: 403, code: missingPermissions })
    await failEveryDelivery(online, { kind: 'hang-up', when: 'before', reset: true })
    await online.bot.stop()
    const log = online.bot.log()
    expectClean(log, online)
    for (const route of [
      '/interactions/:id/:token/callback',
      '/webhooks/:id/:token/messages/@original',
      '/channels/:id/messages',
    ]) {
      expect(log).toMatch(new RegExp(`"code":50013,"status":403,"method":"[A-Z]+","route":"${route}"`))
    }
    expect(log).toContain('"reason":"MissingPermissions"')
    expect(log).toContain('"code":"ECONNRESET"')
  })
})

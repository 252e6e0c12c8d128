import { describe, expect } from 'vitest'
import type { ChildBot } from '../../../testkit/discord/bot/child-bot.ts'
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
async function failEveryDelivery({ discord, bot }: Online<ChildBot>, fault: Fault): Promise<void> {
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

async function botWithMarker(lab: Lab, env: Readonly<Record<string, string>> = {}): Promise<Online<ChildBot>> {
  const folder = await lab.folder(articles)
  return lab.registeredChild({ env: { RATE_LIMIT: '0', ARTICLES_DIR: folder, ...env } })
}

/** That the log holds nothing of what was asked and answered. */
function expectClean(log: string, { discord }: Online<ChildBot>): void {
  expect(log).not.toContain(marker)
  for (const token of discord.confidential().tokens) expect(log).not.toContain(token)
}

describe('the log of a bot whose answers Discord does not take', () => {
  test('holds no question, no answer and no token, at the level debug either', async ({ lab }) => {
    const online = await botWithMarker(lab, { LOG_LEVEL: 'debug' })
    const { discord, bot } = online
    const shown = await discord.slash('ask', { question }).answered()
    expect(shown.embeds[0]?.description).toContain(`**${marker}**`)
    for (const fault of faults) await failEveryDelivery(online, fault)
    discord.faults.on(callback, { kind: 'held', until: new Promise(() => undefined) })
    discord.slash('ask', { question })
    await bot.says(/"name":"(?:AbortError|TimeoutError)"/)
    await bot.stop()
    expectClean(bot.log(), online)
  })

  test('tells what was refused, and where', async ({ lab }) => {
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

/** The code that node is to run before the program, in each of its threads. */
const runsFirst = (code: string) => ({ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` })

describe('the log of a bot that has a fault of its own', () => {
  test('says where in the thread that answers, without what was asked', async ({ lab }) => {
    const online = await botWithMarker(
      lab,
      runsFirst(`
        import { isMainThread } from 'node:worker_threads'
        const { normalize } = String.prototype
        let faults = 0
        if (!isMainThread) String.prototype.normalize = function (form) {
          if (!this.includes('é${marker}')) return normalize.call(this, form)
          const fault = [new Error(String(this)), new SyntaxError('bad "' + this + '"'), new AggregateError([new Error(String(this))], String(this))][faults++ % 3]
          throw Object.assign(fault, { cause: Object.assign(new TypeError(String(this)), { input: String(this) }), requestBody: String(this), url: 'https://discord.com/api/v10/webhooks/1/' + this })
        }
      `),
    )
    const { discord, bot } = online
    for (let asked = 0; asked < 3; asked++) {
      const answer = await discord.slash('ask', { question: `Who said é${marker} to the council?` }).answered()
      expect(answer.content).toMatch(/^Something went wrong inside Verbatim/)
    }
    expect((await discord.slash('ask', { question }).answered()).embeds[0]?.description).toContain(marker)
    await bot.stop()
    expectClean(bot.log(), online)
    for (const name of ['Error', 'SyntaxError', 'AggregateError']) {
      expect(bot.log()).toMatch(
        new RegExp(`"name":"${name}","stack":"[^"]*normalise\\.js:[^"]*","cause":{"name":"TypeError"`),
      )
    }
  })

  test('holds a rejection that nobody handles, without its fields', async ({ lab }) => {
    const online = await botWithMarker(
      lab,
      runsFirst(`
        const fields = { url: 'https://discord.com/api/v10/interactions/1/${marker}/callback', method: 'POST', status: 400, code: 50035, requestBody: { json: '${marker}' }, rawError: { message: '${marker}' } }
        process.on('SIGUSR2', () => void Promise.reject(Object.assign(new TypeError('${marker}', { cause: Object.assign(new Error('${marker}'), fields) }), fields)))
      `),
    )
    const { bot } = online
    process.kill(bot.pid, 'SIGUSR2')
    await bot.says('a rejection that nobody handled')
    await bot.stop()
    expectClean(bot.log(), online)
    const described = '"code":50035,"status":400,"method":"POST","route":"/interactions/:id/:token/callback"'
    expect(bot.log()).toContain(`"err":{"name":"TypeError",${described}`)
    expect(bot.log()).toContain(`"cause":{"name":"Error",${described}`)
  })

  test('ends with what the fault was, where nothing catches it, without its fields', async ({ lab }) => {
    const online = await botWithMarker(
      lab,
      runsFirst(
        `process.on('SIGUSR2', () => { throw Object.assign(new RangeError('${marker}'), { code: 'EBAD', requestBody: '${marker}' }) })`,
      ),
    )
    process.kill(online.bot.pid, 'SIGUSR2')
    expect(await online.bot.ended()).toEqual({ code: 1, signal: null })
    expectClean(online.bot.log(), online)
    expect(online.bot.log()).toContain('RangeError (EBAD)')
  })
})

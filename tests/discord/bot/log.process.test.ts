import { describe, expect } from 'vitest'
import type { ChildBot } from '../../../testkit/discord/bot/child-bot.ts'
import { type Lab, type Online, test } from '../../../testkit/discord/bot/lab.ts'

/** A word that stands in the articles, in the questions, and nowhere else. */
const marker = 'zebrafinch'
const articles = { 'harbour.txt': `The ${marker} harbour opened 12 berths in May, the council of Elmport said.\n` }
const question = `How many berths did the ${marker} harbour open?`

async function botWithMarker(lab: Lab, env: Readonly<Record<string, string>>): Promise<Online<ChildBot>> {
  const folder = await lab.folder(articles)
  return lab.registeredChild({ env: { RATE_LIMIT: '0', ARTICLES_DIR: folder, ...env } })
}

/** Fails when the log holds anything of what was asked and answered. */
function expectClean({ discord, bot }: Online<ChildBot>): void {
  expect(bot.log()).not.toContain(marker)
  for (const token of discord.confidential().tokens) expect(bot.log()).not.toContain(token)
}

/** The code that node is to run before the program, in each of its threads. */
const runsFirst = (code: string) => ({ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` })

describe('a bot with a fault of its own', () => {
  test('logs where in the worker thread it is, without what was asked', async ({ lab }) => {
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
    expectClean(online)
    for (const name of ['Error', 'SyntaxError', 'AggregateError']) {
      expect(bot.log()).toMatch(
        new RegExp(`"name":"${name}","stack":"[^"]*at normalise \\(file:[^"]*","cause":{"name":"TypeError"`),
      )
    }
  })

  test('logs a rejection that nobody handles, without its fields, and goes on', async ({ lab }) => {
    const online = await botWithMarker(
      lab,
      runsFirst(`
        const fields = { url: 'https://discord.com/api/v10/interactions/1/${marker}/callback', method: 'POST', status: 400, code: 50035, requestBody: { json: '${marker}' }, rawError: { message: '${marker}' } }
        process.on('SIGUSR2', () => void Promise.reject(Object.assign(new TypeError('${marker}', { cause: Object.assign(new Error('${marker}'), fields) }), fields)))
      `),
    )
    const { discord, bot } = online
    process.kill(bot.pid, 'SIGUSR2')
    await bot.says('unhandled promise rejection')
    expect((await discord.slash('ask', { question }).answered()).embeds[0]?.description).toContain(marker)
    await bot.stop()
    expectClean(online)
    const described = '"code":50035,"status":400,"method":"POST","route":"/interactions/:id/:token/callback"'
    expect(bot.log()).toContain(`"err":{"name":"TypeError",${described}`)
    expect(bot.log()).toContain(`"cause":{"name":"Error",${described}`)
  })

  test('that nothing catches exits with code 1 and prints what it was, without its fields', async ({ lab }) => {
    const online = await botWithMarker(
      lab,
      runsFirst(
        `process.on('SIGUSR2', () => { throw Object.assign(new RangeError('${marker}'), { code: 'EBAD', requestBody: '${marker}' }) })`,
      ),
    )
    process.kill(online.bot.pid, 'SIGUSR2')
    expect(await online.bot.ended()).toEqual({ code: 1, signal: null })
    expectClean(online)
    expect(online.bot.log()).toContain('RangeError (EBAD)')
  })
})

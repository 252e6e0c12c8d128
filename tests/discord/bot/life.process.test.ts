import { describe, expect } from 'vitest'
import { test } from '../../../testkit/discord/bot/lab.ts'
import { botId } from '../../../testkit/discord/server/world.ts'

/** One sentence, and nothing of the program's inside. */
const oneSentence = /^[^\n]*\.\n$/

const lastLine = (text: string): string => `${text.trimEnd().split('\n').at(-1)}\n`

describe('a start that cannot succeed ends with one sentence and exit code 1', () => {
  test('for a wrong token', async ({ lab }) => {
    const discord = await lab.discord()
    const bot = await lab.child(discord, { env: { DISCORD_TOKEN: 'wrong' }, online: false })
    expect(await bot.ended()).toEqual({ code: 1, signal: null })
    expect(lastLine(bot.log())).toMatch(/^Discord refuses the bot token: .*DISCORD_TOKEN\.\n$/)
    expect(bot.log()).not.toContain('    at ')
  })

  test.for([
    [4004, /^Discord refuses the bot token: /],
    [4014, /^Discord refuses the intents that the bot asks for: /],
  ] as const)('where the gateway refuses with %d', async ([code, sentence], { lab }) => {
    const discord = await lab.discord()
    discord.gateway.refusal = code
    const bot = await lab.child(discord, { online: false })
    expect(await bot.ended()).toEqual({ code: 1, signal: null })
    expect(lastLine(bot.log())).toMatch(sentence)
    expect(lastLine(bot.log())).toMatch(oneSentence)
    expect(bot.log()).not.toContain('    at ')
  })

  test('where Discord cannot be reached', async ({ lab }) => {
    const discord = await lab.discord()
    // Nothing listens on port 1, and no system gives it to one who asks for any port.
    const bot = await lab.child(discord, { env: { DISCORD_API_URL: 'http://127.0.0.1:1/api' }, online: false })
    expect(await bot.ended()).toEqual({ code: 1, signal: null })
    expect(lastLine(bot.log())).toMatch(/^Discord cannot be reached at http:.*DISCORD_API_URL.*\.\n$/)
  })

  test('for settings that cannot be used', async ({ lab }) => {
    const discord = await lab.discord()
    const env = {
      RATE_LIMIT: 'many',
      HEALTH_PORT: '99999',
      HEALTH_HOST: 'everywhere',
      DISCORD_GUILD_ID: 'x',
      LOG_QUESTIONS: 'yes',
      DISCORD_API_URL: 'nowhere',
      MODERATION_GUILD_IDS: '1,2',
      MODERATOR_ROLE_IDS: 'editors',
      WATCH: '1',
    }
    const bot = await lab.child(discord, { env, online: false })
    expect((await bot.ended()).code).toBe(1)
    for (const name of Object.keys(env)) expect(bot.log()).toMatch(new RegExp(`^ {2}${name} must be .*\\.$`, 'm'))
  })
})

test('roles without the servers in which they are, are refused as a setting', async ({ lab }) => {
  const env = { MODERATOR_ROLE_IDS: '1100000000000000150' }
  const bot = await lab.child(await lab.discord(), { env, online: false })
  expect((await bot.ended()).code).toBe(1)
  expect(bot.log()).toMatch(/^ {2}MODERATOR_ROLE_IDS must come with MODERATION_GUILD_IDS, .*\.$/m)
})

describe('a bot that is online', () => {
  test('ends with exit code 1 when its token is reset', async ({ lab }) => {
    const discord = await lab.discord()
    const bot = await lab.child(discord)
    discord.gateway.close(4004)
    expect(await bot.ended()).toEqual({ code: 1, signal: null })
    expect(lastLine(bot.log())).toMatch(/^Discord refuses the bot token: /)
  })

  test('ends with exit code 0 on SIGINT', async ({ lab }) => {
    const bot = await lab.child(await lab.discord())
    expect(await bot.stop('SIGINT')).toEqual({ code: 0, signal: null })
  })

  test('answers all 20 commands that are in flight when it is told to end', async ({ lab }) => {
    const discord = await lab.discord({ ahead: -1100 })
    const bot = await lab.child(discord, { env: { RATE_LIMIT: '0' } })
    const ending = bot.says('stopping')
    discord.faults.on('POST /interactions/:interaction/:token/callback', { kind: 'held', until: ending }, 20)
    const asked = Array.from({ length: 20 }, () => discord.slash('facts', { topic: 'drones' }))
    // All are deferred, and none is answered before the bot has been told to end.
    for (const exchange of asked) expect(await exchange.acknowledged()).toMatchObject({ type: 5 })
    const ended = bot.stop()
    for (const exchange of asked) expect((await exchange.answered()).embeds[0]?.title).toBe('drones')
    expect(await ended).toEqual({ code: 0, signal: null })
  })

  test('logs a rejection that nobody handles, and lives on', async ({ lab }) => {
    const discord = await lab.discord()
    const code = 'process.on("SIGUSR2", () => void Promise.reject(new Error("nobody cares")))'
    const bot = await lab.child(discord, {
      env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` },
    })
    process.kill(bot.pid, 'SIGUSR2')
    await bot.says(/a rejection that nobody handled/)
    expect(bot.log()).toContain('nobody cares')
    expect((await discord.slash('facts', { topic: 'drones' }).answered()).embeds[0]?.title).toBe('drones')
  })

  test('logs neither who asks nor what, unless told to', async ({ lab }) => {
    const discord = await lab.discord()
    const quiet = await lab.child(discord, { env: { LOG_LEVEL: 'trace' } })
    await discord.slash('facts', { topic: 'drones' }).answered()
    await discord.say(`<@${botId}> how many drones?`).answered()
    await quiet.stop()
    expect(quiet.log()).not.toMatch(/drones|1100000000000000011/)
    expect(quiet.log()).not.toContain(discord.token)
    const loud = await lab.child(discord, { env: { LOG_QUESTIONS: 'true' } })
    await discord.slash('facts', { topic: 'drones' }).answered()
    await loud.stop()
    expect(loud.log()).toMatch(
      /"shard":0,"interaction":"\d+".*"user":"1100000000000000011","asked":\{"topic":"drones"\}/,
    )
  })

  test('tells its health, and counts what it does', async ({ lab, expect }) => {
    const discord = await lab.discord()
    const bot = await lab.child(discord, { env: { HEALTH_PORT: '0' } })
    const port = /served on port (\d+)/.exec(await bot.says('served on port'))?.[1]
    const get = async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`)
      return { status: response.status, text: await response.text() }
    }
    await expect.poll(async () => (await get('/healthz')).status).toBe(200)
    await discord.slash('facts', { topic: 'drones' }).answered()
    const { text } = await get('/metrics')
    expect(text).toContain('verbatim_answers_total{by="command",command="facts",status="answered"} 1')
    expect(text).toContain('verbatim_gateway_ready 1')
    expect(text).toMatch(/^process_resident_memory_bytes \d+/m)
    expect((await get('/')).status).toBe(404)
    discord.gateway.refusal = 4000
    discord.gateway.drop()
    await expect.poll(async () => (await get('/healthz')).status).toBe(503)
    discord.gateway.refusal = 0
    await expect.poll(async () => (await get('/healthz')).status).toBe(200)
  })
})

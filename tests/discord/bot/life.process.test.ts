import { expect } from 'vitest'
import { test } from '../../../testkit/discord/bot/lab.ts'

const callback = 'POST /interactions/:interaction/:token/callback'
const drones = { topic: 'drones' }
const lastLine = (text: string): string => `${text.trimEnd().split('\n').at(-1)}\n`

test('a bot whose token Discord rejects prints one sentence and exits with code 1', async ({ lab }) => {
  const bot = await lab.child(await lab.discord(), { env: { DISCORD_TOKEN: 'wrong' }, online: false })
  expect(await bot.ended()).toEqual({ code: 1, signal: null })
  expect(lastLine(bot.log())).toMatch(/^Discord rejects the bot token: .*DISCORD_TOKEN\.\n$/)
  expect(bot.log()).not.toContain('    at ')
})

test('a bot with settings that cannot be used prints a sentence for each and exits with code 1', async ({ lab }) => {
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
  const bot = await lab.child(await lab.discord(), { env, online: false })
  expect((await bot.ended()).code).toBe(1)
  for (const name of Object.keys(env)) expect(bot.log()).toMatch(new RegExp(`^ {2}${name} must be .*\\.$`, 'm'))
})

test('an online bot whose token is reset prints one sentence and exits with code 1', async ({ lab }) => {
  const discord = await lab.discord()
  const bot = await lab.child(discord)
  discord.gateway.close(4004)
  expect(await bot.ended()).toEqual({ code: 1, signal: null })
  expect(lastLine(bot.log())).toMatch(/^Discord rejects the bot token: /)
})

test('a bot exits with code 0 on SIGINT', async ({ lab }) => {
  const bot = await lab.child(await lab.discord())
  expect(await bot.stop('SIGINT')).toEqual({ code: 0, signal: null })
})

test('a bot answers all 20 commands that are in flight at SIGTERM, then exits with code 0', async ({ lab }) => {
  const discord = await lab.discord({ ahead: -1100 })
  const bot = await lab.child(discord, { env: { RATE_LIMIT: '0' } })
  const ending = bot.says('shutting down')
  discord.faults.on(callback, { kind: 'held', until: ending }, 20)
  const asked = Array.from({ length: 20 }, () => discord.slash('facts', drones))
  // All are deferred, and none is answered before the bot has been told to stop.
  for (const exchange of asked) expect(await exchange.acknowledged()).toMatchObject({ type: 5 })
  const ended = bot.stop()
  for (const exchange of asked) expect((await exchange.answered()).embeds[0]?.title).toBe('drones')
  expect(await ended).toEqual({ code: 0, signal: null })
})

import { access } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { startChild } from '../../testkit/discord/bot/child-bot.ts'
import { test } from '../../testkit/discord/bot/lab.ts'
import { botId } from '../../testkit/discord/server/world.ts'

const program = [fileURLToPath(new URL('../../testkit/discord/bot/pong.mjs', import.meta.url))]

test('a bot in a child process answers, and exits when told to', async ({ lab }) => {
  const discord = await lab.discord()
  const bot = await lab.child(discord, { program })
  await bot.says('online')
  expect((await discord.slash('ask').answered()).content).toBe('pong')
  expect((await discord.say(`<@${botId}> who?`).answered()).content).toBe(`pong: <@${botId}> who?`)
  expect((await discord.say('why?', { place: 'dm' }).answered()).content).toBe('pong: why?')
  expect(await bot.stop()).toEqual({ code: 0, signal: null })
  await expect(access(bot.home)).rejects.toThrow('ENOENT')
})

test('a bot that fails before it is online is reported with its output', async ({ lab }) => {
  const discord = await lab.discord()
  const start = lab.child(discord, { program, env: { DISCORD_TOKEN: 'wrong' } })
  await expect(start).rejects.toThrow(/did not start[\s\S]*An invalid token was provided/)
})

test('a child bot does not inherit the developer’s environment', async ({ lab }) => {
  const discord = await lab.discord()
  const program = ['-p', 'JSON.stringify(process.env)']
  const bot = await lab.child(discord, { program, env: { DISCORD_TOKEN: undefined }, online: false })
  expect(await bot.ended()).toEqual({ code: 0, signal: null })
  expect(bot.log()).not.toContain('VITEST')
  expect(bot.log()).toContain(discord.url)
})

test.for([
  ['token', /"token-\d+" in: /],
  ['question', /"How many berths are there\?" in: /],
  ['answer', /"The harbour opened" in: /],
] as const)('a bot that writes down a %s is found out when it ends', async ([leaks, found], { lab }) => {
  const discord = await lab.discord()
  const leaky = [fileURLToPath(new URL('../../testkit/discord/bot/leaky.mjs', import.meta.url))]
  const bot = await startChild(discord, { program: leaky, env: { LEAKS: leaks } })
  await discord.slash('ask', { question: 'How many berths are there?' }).answered()
  await expect(bot.stop()).rejects.toThrow(found)
})

test('a bot that logs no secret stops without an error', async ({ lab }) => {
  const discord = await lab.discord()
  const bot = await lab.child(discord, {
    program: [fileURLToPath(new URL('../../testkit/discord/bot/leaky.mjs', import.meta.url))],
  })
  await discord.slash('ask', { question: 'How many berths are there?' }).answered()
  expect(await bot.stop()).toEqual({ code: 0, signal: null })
})

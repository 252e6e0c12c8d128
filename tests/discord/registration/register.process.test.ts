import { expect } from 'vitest'
import { runProgram } from '../../../testkit/console/run-program.ts'
import { test } from '../../../testkit/discord/bot/lab.ts'

test('"node . register" registers the commands, prints what it did and exits', async ({ lab }) => {
  const discord = await lab.discord()
  const env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url }
  const { code, stdout } = await runProgram({ args: ['register'], env })
  expect(code).toBe(0)
  expect(stdout).toContain('registered everywhere: created ')
  expect(discord.commands.list().map(({ name }) => name)).toContain('ask')
})

test('"node . register" with a wrong token exits with code 1 and says in a sentence what is wrong', async ({ lab }) => {
  const discord = await lab.discord()
  const env = { DISCORD_TOKEN: 'wrong', DISCORD_API_URL: discord.url }
  const { code, stderr } = await runProgram({ args: ['register'], env })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^Discord rejects the bot token: .*\.\n$/)
})

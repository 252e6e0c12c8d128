import { expect } from 'vitest'
import { startBot } from '../../testkit/discord/bot/bot.ts'
import { test } from '../../testkit/discord/bot/lab.ts'

const question = { topic: 'drones over the old harbour' }

test('a bot in process that logs a question is reported when it stops', async ({ lab }) => {
  const discord = await lab.discord()
  // The bot ignores the space, and logs questions; the guard does not, and expects none in the log.
  const bot = await startBot(discord, { env: { LOG_QUESTIONS: ' true' } })
  await discord.slash('facts', question).answered()
  await expect(bot.stop()).rejects.toThrow('"drones over the old harbour" in: ')
})

test('a bot in process that logs no question stops without an error', async ({ lab }) => {
  const discord = await lab.discord()
  const bot = await startBot(discord)
  await discord.slash('facts', question).answered()
  await bot.stop()
  expect(bot.log()).toContain('online as ')
})

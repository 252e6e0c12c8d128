import { describe, expect } from 'vitest'
import { readConfig } from '../../../src/config/config.ts'
import { test } from '../../../testkit/discord/bot/lab.ts'
import { botId } from '../../../testkit/discord/server/world.ts'

const drones = { topic: 'drones' }

describe('a bot that cannot start', () => {
  test.for([
    [4004, /^Discord rejects the bot token: [^\n]*\.$/],
    [4014, /^Discord rejects the intents of the bot: [^\n]*\.$/],
  ] as const)('says in one sentence why the gateway refuses it with %d', async ([code, sentence], { lab }) => {
    const discord = await lab.discord()
    discord.gateway.refusal = code
    await expect(lab.bot(discord)).rejects.toMatchObject({
      name: 'StartError',
      message: expect.stringMatching(sentence),
    })
  })

  test('says in one sentence that Discord cannot be reached', async ({ lab }) => {
    // Nothing listens on port 1, and no system gives it to one who asks for any port.
    const env = { DISCORD_API_URL: 'http://127.0.0.1:1/api' }
    await expect(lab.bot(await lab.discord(), { env })).rejects.toMatchObject({
      name: 'StartError',
      message: expect.stringMatching(/^Discord cannot be reached at http:.*DISCORD_API_URL.*\.$/),
    })
  })

  test('says that moderator roles need the servers they belong to', async () => {
    await expect(readConfig({ MODERATOR_ROLE_IDS: '1100000000000000150' })).rejects.toMatchObject({
      problems: [expect.stringMatching(/^MODERATOR_ROLE_IDS needs MODERATION_GUILD_IDS as well, .*\.$/)],
    })
  })
})

test('a bot logs neither users nor questions, unless LOG_QUESTIONS says so', async ({ lab }) => {
  const discord = await lab.discord()
  const quiet = await lab.bot(discord, { env: { LOG_LEVEL: 'trace' } })
  await discord.slash('facts', drones).answered()
  await discord.say(`<@${botId}> how many drones?`).answered()
  await quiet.stop()
  expect(quiet.log()).not.toMatch(/drones|1100000000000000011/)
  expect(quiet.log()).not.toContain(discord.token)
  const loud = await lab.bot(discord, { env: { LOG_QUESTIONS: 'true' } })
  await discord.slash('facts', drones).answered()
  await loud.stop()
  expect(loud.log()).toMatch(/"shard":0,"interaction":"\d+".*"user":"1100000000000000011","asked":\{"topic":"drones"\}/)
})

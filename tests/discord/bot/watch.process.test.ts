import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { council } from '../../../testkit/articles/articles.ts'
import { test } from '../../../testkit/discord/bot/lab.ts'
import { quietChannelId } from '../../../testkit/discord/server/world.ts'

test('a bot that watches the articles indexes changes by itself, and says so in the log channel', async ({ lab }) => {
  const folder = await lab.folder(council)
  const { discord, bot } = await lab.registeredChild({
    env: { ARTICLES_DIR: folder, WATCH: 'true', LOG_CHANNEL_ID: quietChannelId },
  })
  expect(bot.log()).toContain('watching the articles')
  await writeFile(join(folder, 'zoo.txt'), 'The zoo bought 3 elephants in June.\n')
  await bot.says(/answers now come from generation [0-9a-f]{8}: reindexed for the bot itself/)
  const answer = await discord.slash('ask', { question: 'How many elephants did the zoo buy?' }).answered()
  expect(answer.embeds[0]?.description).toContain('**3** elephants')
  const logged = await discord.until('a line in the log channel', () =>
    discord.messages().find(({ channel_id: channel }) => channel === quietChannelId),
  )
  expect(logged.content).toMatch(/^\*\*Articles reindexed\*\* by the bot itself\. Generation .*: 1 added\./)
})

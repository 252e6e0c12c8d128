import { join } from 'node:path'
import { expect } from 'vitest'
import { council } from '../../../testkit/articles/articles.ts'
import { runProgram } from '../../../testkit/console/run-program.ts'
import { test } from '../../../testkit/discord/bot/lab.ts'
import { auditOf, owner, text } from '../../../testkit/discord/bot/moderated.ts'
import { finished } from '../../../testkit/discord/interactions/finished.ts'
import { quietChannelId } from '../../../testkit/discord/server/world.ts'

test('a running bot takes up a change that is made on the console, and both write to the same audit log', async ({
  lab,
}) => {
  const folder = await lab.folder(council)
  const { discord, bot } = await lab.registeredChild({ env: { ARTICLES_DIR: folder, LOG_CHANNEL_ID: quietChannelId } })
  await finished(discord, discord.slash('reindex', {}, owner))
  const env = { ARTICLES_DIR: folder, DATA_DIR: join(bot.home, 'data') }
  const { code, stdout } = await runProgram({ args: ['ask', '/articles-remove north'], env })
  expect([code, stdout]).toEqual([0, expect.stringContaining('north/harbour-times.md was removed')])
  await bot.says('indexed by another process for the console')
  expect(text(await discord.slash('articles').answered())).toContain('2 articles')
  const other = await discord.until('a line about the other process', () =>
    discord.messages().find(({ content }) => content.includes('in another process')),
  )
  expect(other.content).toMatch(
    /^\*\*Articles reindexed\*\* by the console, in another process\. Generation .* 2 articles, /,
  )
  expect(await auditOf(join(bot.home, 'data'))).toMatchObject([
    { command: 'reindex', name: 'olga' },
    { command: 'articles-remove', user: null, name: 'the console', by: 'console', options: { article: 'north' } },
  ])
  const again = await runProgram({ args: ['export', 'quotations', '--json'], env })
  expect(again.stdout).toContain('south/daily-lantern.txt')
  expect(again.stdout).not.toContain('north/harbour-times.md')
})

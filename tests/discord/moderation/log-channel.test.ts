import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { council } from '../../../testkit/articles/articles.ts'
import { test } from '../../../testkit/discord/bot/lab.ts'
import { owner, text } from '../../../testkit/discord/bot/moderated.ts'
import { finished } from '../../../testkit/discord/interactions/finished.ts'
import { liveMarkup } from '../../../testkit/discord/messages/live-markup.ts'
import type { LoopbackDiscord } from '../../../testkit/discord/server/server.ts'
import { quietChannelId } from '../../../testkit/discord/server/world.ts'

const env = { LOG_CHANNEL_ID: quietChannelId }

/** The lines in the log channel, once there are as many as expected. */
const linesIn = (discord: LoopbackDiscord, count: number) =>
  discord.until(`${count} lines in the log channel`, () => {
    const posted = discord.messages().filter(({ channel_id: channel }) => channel === quietChannelId)
    return posted.length >= count && posted.map(({ content }) => content)
  })

const files = { ...council, 'zoo_*tour* <@1>.txt': 'The zoo bought 3 elephants in June.\n' }

describe('LOG_CHANNEL_ID', () => {
  test('gets one line for each article removed, restored and added, each reindex and each failure', async ({ lab }) => {
    const folder = await lab.folder(files)
    const { discord, bot } = await lab.registered({ env: { ...env, ARTICLES_DIR: folder } })
    const asked = await finished(discord, discord.slash('articles-remove', { article: 'zoo' }, owner))
    await finished(discord, discord.press(asked, 'Remove', owner))
    await finished(discord, discord.slash('articles-restore', { article: 'zoo' }, owner))
    const file = discord.attach('gulls.txt', 'There are 8 gulls, the office said.\n')
    const preview = await finished(discord, discord.slash('articles-add', { file }, owner))
    await finished(discord, discord.press(preview, 'Add', owner))
    await finished(discord, discord.slash('reindex', {}, owner))
    await writeFile(join(bot.home, 'data/hidden.json'), 'nonsense')
    await finished(discord, discord.slash('reindex', {}, owner))
    const lines = await linesIn(discord, 5)
    expect(lines).toEqual([
      expect.stringMatching(/^\*\*Article removed\*\* by olga\. zoo\\_\\\*tour\\\* .* was removed; .*: 1 removed\./),
      expect.stringMatching(/^\*\*Article restored\*\* by olga\. zoo.* was restored to the articles\. /),
      expect.stringMatching(/^\*\*Article added\*\* by olga\. gulls\.txt was added to the articles\. /),
      expect.stringMatching(/^\*\*Articles reindexed\*\* by olga\. The articles are unchanged\./),
      expect.stringMatching(/^\*\*Articles not reindexed\*\* by olga\. .* hidden.* Nothing was changed\.$/),
    ])
    for (const line of lines) expect(liveMarkup(line)).toEqual([])
  })

  test.for([
    ['is gone', '1100000000000000199', null],
    ['is forbidden', quietChannelId, { kind: 'refusal', status: 403, code: 50_013 }],
  ] as const)('that %s costs one warning, and no change of the articles', async ([, channel, fault], { lab }) => {
    const discord = await lab.discord()
    if (fault !== null) discord.faults.on('POST /channels/:channel/messages', fault, 10)
    const folder = await lab.folder(council)
    const { bot } = await lab.registered({ env: { LOG_CHANNEL_ID: channel, ARTICLES_DIR: folder } }, discord)
    for (const full of [true, false]) {
      const done = await finished(discord, discord.slash('reindex', { full }, owner))
      expect(text(done)).toContain('The articles are unchanged')
    }
    const posts = () => discord.requests.filter(({ route }) => route === 'POST /channels/:channel/messages')
    await discord.until('both attempts', () => posts().length === 2)
    await bot.stop()
    expect(bot.log().split('the log channel cannot be written to')).toHaveLength(2)
  })
})

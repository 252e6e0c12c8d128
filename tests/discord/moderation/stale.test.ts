import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { council } from '../../../testkit/articles/articles.ts'
import { test } from '../../../testkit/discord/bot/lab.ts'
import { idOf, owner, text } from '../../../testkit/discord/bot/moderated.ts'
import { finished } from '../../../testkit/discord/interactions/finished.ts'
import { stateOf } from '../../../testkit/library/state-of.ts'

const stale = 'This confirmation was already used or has expired. Run the command again.'

describe('a confirmation that a moderator is asked for', () => {
  test('works once, however quickly its button is pressed again', async ({ lab }) => {
    const folder = await lab.folder(council)
    const { discord, bot } = await lab.registered({ env: { ARTICLES_DIR: folder } })
    const file = discord.attach('zoo.txt', 'The zoo bought 3 elephants in June.\n')
    const question = await finished(discord, discord.slash('articles-add', { file }, owner))
    const presses = [0, 1, 2].map(() => discord.pressCustomId(question, idOf(question, 'Add'), owner))
    const said = await Promise.all(presses.map((press) => press.answered()))
    expect(said.filter((message) => text(message) === stale)).toHaveLength(2)
    await discord.until('the article', () => discord.messages().some((one) => one.embeds[0]?.title === 'Article added'))
    expect(Object.keys(await stateOf(join(bot.home, 'data/articles')))).toEqual(['zoo.txt'])
  })

  test('expires when the bot restarts, and then changes nothing', async ({ lab }) => {
    const env = { ARTICLES_DIR: await lab.folder(council), DATA_DIR: await lab.folder({}) }
    const { discord, bot } = await lab.registered({ env })
    const question = await discord.slash('articles-remove', { article: 'garden' }, owner).answered()
    await bot.stop()
    await lab.registered({ env }, discord)
    await finished(discord, discord.slash('reindex', {}, owner))
    const before = await stateOf(env.DATA_DIR)
    expect(text(await discord.press(question, 'Remove', owner).answered())).toBe(stale)
    expect(await stateOf(env.DATA_DIR)).toEqual(before)
  })
})

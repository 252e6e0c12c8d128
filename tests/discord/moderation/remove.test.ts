import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { council } from '../../../testkit/articles/articles.ts'
import { test } from '../../../testkit/discord/bot/lab.ts'
import { labels, owner, text, title } from '../../../testkit/discord/bot/moderated.ts'
import { finished } from '../../../testkit/discord/interactions/finished.ts'
import { benUser } from '../../../testkit/discord/server/world.ts'
import { stateOf } from '../../../testkit/library/state-of.ts'

describe('/articles-remove and /articles-restore', () => {
  test('hide an article of the folder and bring it back', async ({ lab }) => {
    const folder = await lab.folder(council)
    const { discord } = await lab.registered({ env: { ARTICLES_DIR: folder } })
    const before = await stateOf(folder)
    const choices = await discord.autocomplete('articles-remove', 'article', 'gar', {}, owner).suggested()
    expect(choices[0]?.name).toContain('botanical garden')
    const question = await discord.slash('articles-remove', { article: String(choices[0]?.value) }, owner).answered()
    expect(title(question)).toBe('Remove this article?')
    expect(labels(question)).toEqual(['Remove', 'Cancel'])
    const removed = await finished(discord, discord.press(question, 'Remove', owner))
    expect(text(removed)).toContain('**removed** garden.txt')
    expect(text(await discord.slash('ask', { question: 'What does the garden cost?' }).answered())).toContain(
      'I found no answer',
    )
    expect(await discord.autocomplete('articles-restore', 'article', '', {}, { user: benUser }).suggested()).toEqual([])
    const [gone] = await discord.autocomplete('articles-restore', 'article', 'gard', {}, owner).suggested()
    expect(gone?.name).toMatch(/^garden\.txt · \d{4}-\d\d-\d\d$/)
    const restored = await finished(discord, discord.slash('articles-restore', { article: String(gone?.value) }, owner))
    expect(title(restored)).toBe('Article restored')
    expect(text(restored)).toContain('**added** garden.txt')
    expect(await stateOf(folder)).toEqual(before)
  })

  test('can be tried again after a failure', async ({ lab }) => {
    const folder = await lab.folder(council)
    const { discord } = await lab.registered({ env: { ARTICLES_DIR: folder } })
    // Until something is kept, the bot itself reindexes, and might take up what vanishes.
    await finished(discord, discord.slash('reindex', {}, owner))
    const question = await discord.slash('articles-remove', { article: 'garden' }, owner).answered()
    await rm(join(folder, 'garden.txt'))
    const refused = await finished(discord, discord.press(question, 'Remove', owner))
    expect(text(refused)).toMatch(/garden\.txt no longer exists.* Nothing was changed\.$/)
    expect(labels(refused)).toEqual(['Remove', 'Cancel'])
    await writeFile(join(folder, 'garden.txt'), council['garden.txt'] ?? '')
    expect(text(await finished(discord, discord.press(refused, 'Remove', owner)))).toContain('**removed** garden.txt')
  })

  test('name an article that does not exist', async ({ lab }) => {
    const { discord } = await lab.registered()
    expect(text(await discord.slash('articles-remove', { article: 'zzz' }, owner).answered())).toContain(
      'There is no article "zzz"',
    )
    expect(text(await finished(discord, discord.slash('articles-restore', { article: 'zzz' }, owner)))).toBe(
      'No removed article is called "zzz". No articles have been removed.',
    )
  })
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { council } from '../../../testkit/articles/articles.ts'
import { test } from '../../../testkit/discord/bot/lab.ts'
import { auditOf, idOf, labels, owner, text, title } from '../../../testkit/discord/bot/moderated.ts'
import { finished } from '../../../testkit/discord/interactions/finished.ts'
import { isPrivate } from '../../../testkit/discord/messages/messages.ts'
import { ownerUser, testGuildId } from '../../../testkit/discord/server/world.ts'
import { stateOf } from '../../../testkit/library/state-of.ts'

const story = 'The zoo bought 3 elephants in June, its keeper said.\n\nThey came by ship from Norvale.\n'
const elephants = { question: 'How many elephants did the zoo buy?' }

describe('/articles-add', () => {
  test('shows what the file would become, adds it when confirmed, and offers to undo that', async ({ lab }) => {
    const folder = await lab.folder(council)
    const { discord, bot } = await lab.registered({ env: { ARTICLES_DIR: folder } })
    const file = discord.attach('../Zoo News.txt', story)
    const asked = discord.slash('articles-add', { file, title: 'Elephants: "three"', date: '2024-06-03' }, owner)
    const question = await finished(discord, asked)
    expect(isPrivate(question)).toBe(true)
    expect(title(question)).toBe('Add this article?')
    expect(text(question)).toContain('Zoo-News.txt: 2 paragraphs, 2 of them searchable.')
    expect(text(question)).toContain('Not stated: outlet, author, url.')
    expect(text(question)).toMatch(
      /\*\*title\*\* Elephants: "three"\n\*\*date\*\* 2024-06-03\n\*\*¶1\*\* The zoo bought 3 elephants/,
    )
    expect(labels(question)).toEqual(['Add', 'Edit', 'Cancel'])
    expect(text(await discord.slash('ask', elephants).answered())).toContain('I found no answer')

    const added = await finished(discord, discord.press(question, 'Add', owner))
    expect(added.id).toBe(question.id)
    expect(title(added)).toBe('Article added')
    expect(text(added)).toContain('Zoo-News.txt was added to the articles.')
    expect(labels(added)).toEqual(['Undo'])
    expect(text(await discord.slash('ask', elephants).answered())).toContain('**3** elephants')
    expect(await readFile(join(bot.home, 'data/articles/Zoo-News.txt'), 'utf8')).toMatch(
      /^---\ntitle: .*\ndate: .*\n---\n\nThe zoo bought/,
    )
    expect(await stateOf(folder)).not.toHaveProperty('Zoo-News.txt')

    const undone = await finished(discord, discord.press(added, 'Undo', owner))
    expect(text(undone)).toContain('Zoo-News.txt was removed; /articles-restore brings it back.')
    expect(text(await discord.slash('ask', elephants).answered())).toContain('I found no answer')
    expect(await auditOf(join(bot.home, 'data'))).toMatchObject([
      {
        command: 'articles-add',
        user: ownerUser.id,
        name: 'olga',
        guild: testGuildId,
        allowed: true,
        options: { file: '../Zoo News.txt' },
        result: 'asked for confirmation: Add this article?',
      },
      { command: 'articles-add', by: 'button', options: { does: 'add', file: 'Zoo-News.txt' } },
      { command: 'articles-add', by: 'button', options: { does: 'remove', file: 'Zoo-News.txt' } },
    ])
  })

  test('changes nothing when cancelled, and can be confirmed only once', async ({ lab }) => {
    const { discord, bot } = await lab.registered()
    const asked = discord.slash('articles-add', { file: discord.attach('zoo.md', story) }, owner)
    const question = await finished(discord, asked)
    const left = await discord.press(question, 'Cancel', owner).answered()
    expect(text(left)).toBe('Nothing was changed.')
    expect(left.components).toEqual([])
    const late = await discord.pressCustomId(question, idOf(question, 'Add'), owner).answered()
    expect(text(late)).toMatch(/already used or has expired\. Run the command again/)
    expect(isPrivate(late)).toBe(true)
    expect(Object.keys(await stateOf(join(bot.home, 'data/articles')))).toEqual([])
  })

  test('refuses in one sentence a file that is not an article or not on Discord', async ({ lab }) => {
    const { discord } = await lab.registered({ env: { RATE_LIMIT: '0' } })
    const cases = [
      [discord.attach('zoo.pdf', story), /^zoo\.pdf is not a format that can be added/],
      [discord.attach('zoo.txt', new Uint8Array([80, 75, 3, 4, 0, 0, 1])), /^zoo\.txt is binary/],
      [
        discord.attach('zoo.html', '<html><body><nav>Menu</nav></body></html>'),
        /^zoo\.html is a web page without main content/,
      ],
      [discord.attach('zoo.txt', story, { size: 5_000_000 }), /^zoo\.txt is over 1 MiB/],
      [discord.attach('zoo.txt', 'a'.repeat(1_100_000), { size: 100 }), /^zoo\.txt is over 1 MiB/],
      [discord.attach('zoo.txt', story, { size: 7 }), /^zoo\.txt has 86 bytes, but Discord says 7/],
      [
        discord.attach('zoo.txt', story, { url: 'https://evil.example/zoo.txt' }),
        /is not at Discord's address for attachments/,
      ],
      [discord.attach('zoo.txt', story, { url: 'file:///etc/passwd' }), /is not at Discord's address for attachments/],
      [
        discord.attach('zoo.txt', story, { url: `${new URL(discord.url).origin}/attachments/1` }),
        /cannot be fetched from Discord \(404\)/,
      ],
    ] as const
    for (const [file, sentence] of cases) {
      const said = await finished(discord, discord.slash('articles-add', { file }, owner))
      expect(text(said).replaceAll('\\', '')).toMatch(sentence)
      expect(text(said)).toMatch(/Nothing was changed\.$/)
      expect(said.components).toEqual([])
    }
  })

  test('gives a file another name if its own is taken, and says so', async ({ lab }) => {
    const folder = await lab.folder(council)
    const { discord, bot } = await lab.registered({ env: { ARTICLES_DIR: folder } })
    const file = discord.attach('garden.txt', story)
    const question = await finished(discord, discord.slash('articles-add', { file }, owner))
    expect(text(question)).toContain('The existing file garden.txt stays unchanged')
    await finished(discord, discord.press(question, 'Add', owner))
    expect(await readFile(join(bot.home, 'data/articles/garden-2.txt'), 'utf8')).toBe(story)
    expect(await readFile(join(folder, 'garden.txt'), 'utf8')).toBe(council['garden.txt'])
  })
})

import { describe, expect } from 'vitest'
import { council } from '../../../testkit/articles/articles.ts'
import { test } from '../../../testkit/discord/bot/lab.ts'
import { alice, labels, owner, text, title } from '../../../testkit/discord/bot/moderated.ts'
import { isPrivate } from '../../../testkit/discord/messages/messages.ts'
import { benUser } from '../../../testkit/discord/server/world.ts'

const question = { question: 'What does entry to the garden cost?' }

/** A page that takes seconds to read, and is an article. */
const slowPage = `<html><body><article>${Array.from(
  { length: 9000 },
  (_, at) => `<p>The lamps in harbour ${at} are lit, said Ann Berg, who runs harbour ${at}.</p>`,
).join('\n')}</article></body></html>`

/** A text that takes longer than it takes until Discord shows how far it is. */
const slowText = Array.from({ length: 16 }, () => '“No,” said Ann. '.repeat(3000).trim()).join('\n\n')

describe('while the file of /articles-add is read', () => {
  test('others are answered', async ({ lab }) => {
    const folder = await lab.folder(council)
    const { discord } = await lab.registered({ env: { ARTICLES_DIR: folder, RATE_LIMIT: '0' } })
    await discord.slash('ask', question).answered()
    const asked = discord.slash('articles-add', { file: discord.attach('lamps.html', slowPage) }, owner)
    await discord.until('the file is being read', () => asked.responses.length > 0)
    for (let round = 0; round < 5; round++) {
      const answer = await discord.slash('ask', question, { user: benUser }).answered()
      expect(text(answer)).toContain('9 euros')
    }
    expect(asked.message()).toMatchObject({ content: expect.stringMatching(/^(?:reading the file …)?$/), embeds: [] })
  })

  test('the moderator who gave the command can cancel it, and nothing is changed', async ({ lab }) => {
    const { discord } = await lab.registered({ env: { RATE_LIMIT: '0' } })
    const asked = discord.slash('articles-add', { file: discord.attach('no.txt', slowText) }, owner)
    const shown = await discord.until(
      'a button',
      () => asked.message()?.content.includes('reading the file') && asked.message(),
      25_000,
    )
    expect(isPrivate(shown)).toBe(true)
    expect(labels(shown)).toEqual(['Cancel'])
    const refused = await discord.press(shown, 'Cancel', alice).answered()
    expect(text(refused)).toMatch(/Only the moderator who gave the command|only the owner/)
    expect(text(await discord.press(shown, 'Cancel', owner).answered())).toBe('It is being cancelled.')
    await discord.until('the end', () => asked.message()?.content.includes('cancelled'), 25_000)
    expect(asked.message()).toMatchObject({
      content: 'The preview was cancelled. Nothing was changed.',
      components: [],
    })
    const next = discord.slash('articles-add', { file: discord.attach('zoo.txt', 'The zoo has 3 elephants.\n') }, owner)
    expect(title(await next.answered())).toBe('Add this article?')
  }, 90_000)
})

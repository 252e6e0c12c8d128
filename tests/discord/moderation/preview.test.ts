import { describe, expect } from 'vitest'
import { council } from '../../../testkit/articles/articles.ts'
import { test } from '../../../testkit/discord/bot/lab.ts'
import { alice, labels, owner, text, title } from '../../../testkit/discord/bot/moderated.ts'
import { isPrivate } from '../../../testkit/discord/messages/messages.ts'
import { benUser } from '../../../testkit/discord/server/world.ts'
import { faultyThread } from '../../../testkit/faults/faulty-reading.ts'

const question = { question: 'What does entry to the garden cost?' }

/** A page that is read for as long as one lets it. */
const endlessPage = `<html><body><article><p>${'A loop without an end. '.repeat(12)}</p></article></body></html>`
const reading = { thread: faultyThread, limitMs: 3_600_000 }

/** How long the bot waits before it first shows the progress, in milliseconds. */
const untilProgressMs = 2000

describe('while the file for /articles-add is read', () => {
  test('other users get answers', async ({ lab }) => {
    const folder = await lab.folder(council)
    const { discord } = await lab.registered({ env: { ARTICLES_DIR: folder, RATE_LIMIT: '0' }, reading })
    const asked = discord.slash('articles-add', { file: discord.attach('lamps.html', endlessPage) }, owner)
    await asked.acknowledged()
    for (let round = 0; round < 5; round++) {
      const answer = await discord.slash('ask', question, { user: benUser }).answered()
      expect(text(answer)).toContain('9 euros')
    }
    expect(asked.message()).toMatchObject({ content: '', embeds: [] })
  })

  test('the moderator who gave the command can cancel it, which changes nothing', async ({ lab }) => {
    const { discord, bot } = await lab.registered({ env: { RATE_LIMIT: '0' }, reading })
    const asked = discord.slash('articles-add', { file: discord.attach('no.html', endlessPage) }, owner)
    const afterAWhile = () => {
      bot.clock.advance(untilProgressMs)
      return asked.message()?.content
    }
    await expect.poll(afterAWhile).toContain('reading the file')
    const shown = asked.message() ?? expect.fail('There is no message.')
    expect(isPrivate(shown)).toBe(true)
    expect(labels(shown)).toEqual(['Cancel'])
    const refused = await discord.press(shown, 'Cancel', alice).answered()
    expect(text(refused)).toMatch(/Only the moderator who ran the command|only the owner/)
    expect(text(await discord.press(shown, 'Cancel', owner).answered())).toBe('Cancelling.')
    await expect.poll(afterAWhile).toContain('cancelled')
    expect(asked.message()).toMatchObject({
      content: 'The preview was cancelled. Nothing was changed.',
      components: [],
    })
    const next = discord.slash('articles-add', { file: discord.attach('zoo.txt', 'The zoo has 3 elephants.\n') }, owner)
    expect(title(await next.answered())).toBe('Add this article?')
  })
})

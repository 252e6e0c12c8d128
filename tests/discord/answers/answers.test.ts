import { describe, expect } from 'vitest'
import { testWithBot } from '../../../testkit/discord/bot/lab.ts'
import { isPrivate, type Message } from '../../../testkit/discord/messages/messages.ts'

const test = testWithBot()

const embedOf = (message: Message) => message.embeds[0] ?? expect.fail('The message holds no embed.')

describe('an answer in Discord', () => {
  test('has a heading, a block quote, a line of sources, and a footer with the number of articles', async ({
    online,
  }) => {
    const message = await online.discord.slash('facts', { topic: 'drones' }).answered()
    const { title, description, footer, author } = embedOf(message)
    expect(author).toBeUndefined()
    expect(title).toBe('drones')
    expect(description).toContain(
      '> Meanwhile, in Ukraine, Russia fired 112 strike and decoy drones across the country',
    )
    expect(description).toMatch(
      /^-# \*\*1\*\* · Witkoff was invited to…, 4 Sep 2025, ¶16 · AP ¶10 · \+2 articles · 2 written independently$/m,
    )
    expect(footer?.text).toBe('from 4 of 5 articles')
    expect(isPrivate(message)).toBe(false)
    expect(message.content).toBe('')
  })

  test('names the speaker', async ({ online }) => {
    const words = 'we have to stop making Putin too powerful'
    const { description } = embedOf(await online.discord.slash('who-said', { words }).answered())
    expect(description).toMatch(/^> “I think we have to stop .*$/m)
    expect(description).toMatch(/^— \*\*Mark Rutte\*\*, /m)
  })

  test('to a question without answer is private, and shows the nearest sentence on request', async ({ online }) => {
    const { discord } = online
    const found = embedOf(await discord.slash('facts', { topic: 'drones' }).answered())
    const message = await discord.slash('ask', { question: 'Who won the football world cup?' }).answered()
    const none = embedOf(message)
    expect(isPrivate(message)).toBe(true)
    expect(none['color']).not.toBe(found['color'])
    expect(none.description).toMatch(/^\*\*I found no answer to that in 5 articles\.\*\*/)
    expect(none.description).not.toContain('> ')
    expect(none.footer).toBeUndefined()
    const nearest = await discord.press(message, 'Show the nearest sentence').answered()
    expect(isPrivate(nearest)).toBe(true)
    expect(embedOf(nearest).description).toMatch(/^The nearest I found:\n> /m)
  })

  test('to a question that cannot be looked up is a private sentence', async ({ online }) => {
    const message = await online.discord.slash('ask', { question: '?!' }).answered()
    expect(message.content).toMatch(/^That contains no words: .*\.$/)
    expect(isPrivate(message)).toBe(true)
  })

  test('to /articles is a list', async ({ online }) => {
    const articles = embedOf(await online.discord.slash('articles').answered())
    expect(articles.description?.match(/^\*\*00\d\*\* /gm)).toHaveLength(5)
  })

  test('to /articles with an article is its outline, with pages', async ({ online }) => {
    const { discord } = online
    const first = await discord.slash('articles', { article: '000' }).answered()
    expect(embedOf(first).author?.name).toBe('/articles article:000')
    expect(embedOf(first).footer?.text).toContain('page 1 of 2')
    const second = await discord.press(first, 'Next').answered()
    expect(embedOf(second).description).toContain('**¶16**')
  })

  test('is private if the user asks for that', async ({ online }) => {
    const quick = online.discord.slash('facts', { topic: 'drones', private: true })
    expect(isPrivate(await quick.answered())).toBe(true)
    const { description } = embedOf(
      await online.discord.slash('quotes', { speaker: 'Macron', article: '004' }).answered(),
    )
    expect(description).toContain('— ')
  })

  test.for(['dm', 'other guild', 'private channel'] as const)('works in a %s as well', async (place, { online }) => {
    const message = await online.discord.slash('facts', { topic: 'drones' }, { place }).answered()
    expect(embedOf(message).title).toBe('drones')
  })
})

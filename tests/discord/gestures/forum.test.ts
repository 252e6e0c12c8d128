import { describe, expect } from 'vitest'
import { type Lab, type Online, test } from '../../../testkit/discord/bot/lab.ts'
import type { Message } from '../../../testkit/discord/messages/messages.ts'
import {
  aliceUser,
  benUser,
  botId,
  otherBotUser,
  testChannelId,
  testForumId,
} from '../../../testkit/discord/server/world.ts'

const bot = `<@${botId}>`
const drones = 'How many drones did Russia launch?'
const text = (message: Message): string => message.embeds[0]?.description ?? message.content

const online = (lab: Lab, env: Readonly<Record<string, string>> = {}): Promise<Online> =>
  lab.registered({ env: { FORUM_CHANNEL_IDS: testForumId, RATE_LIMIT: '0', ...env } })

/** Waits until the bot has read everything that was said so far: it answers another question. */
async function settled({ discord }: Online): Promise<void> {
  await discord.say(`${bot} ${drones}`, { author: benUser }).answered()
  await discord.slash('status').answered()
}

describe('a new post of a chosen forum', () => {
  test('gets an answer from its title', async ({ lab }) => {
    const { discord } = await online(lab)
    const exchange = discord.post(drones, 'I read different figures everywhere.')
    const answer = await exchange.answered()
    expect(answer.channel_id).toBe(exchange.said.id)
    expect(answer.message_reference?.message_id).toBe(exchange.said.id)
    expect(answer.embeds[0]?.title).toBe(drones)
    expect(text(answer)).toContain('112')
  })

  test('gets one even if the bot was not told of the thread', async ({ lab }) => {
    const { discord } = await online(lab)
    expect(text(await discord.post(drones, 'Does anyone know?', { isAnnounced: false }).answered())).toContain('112')
  })

  test('gets one answer from its text if that mentions the bot', async ({ lab }) => {
    const running = await online(lab)
    const exchange = running.discord.post('A question about the news', `Hi ${bot}, ${drones}`)
    expect((await exchange.answered()).embeds[0]?.title).toBe(`Hi , ${drones}`)
    await settled(running)
    expect(exchange.responses).toHaveLength(1)
  })

  test('gets one from its title if the text only mentions the bot or asks nothing', async ({ lab }) => {
    const { discord } = await online(lab)
    for (const content of [bot, `${bot} help`]) {
      expect((await discord.post(drones, content).answered()).embeds[0]?.title).toBe(drones)
    }
  })

  test('that mentions the bot is told that nothing was found', async ({ lab }) => {
    const { discord } = await online(lab)
    const answer = await discord.post('Breakfast', `${bot} what did Zorblax eat for breakfast?`).answered()
    expect(text(answer)).toMatch(/^\*\*I found no answer/)
  })

  test.for(['What did Zorblax eat for breakfast?', 'hello', 'help', '?!?', '🙂', 'the', 'x'.repeat(100)])(
    'gets nothing if nothing sure is found: %j',
    async (title, { lab }) => {
      const running = await online(lab)
      const exchange = running.discord.post(title, 'So?')
      await settled(running)
      expect(exchange.responses).toEqual([])
    },
  )

  test('gets nothing if a bot or a webhook started it', async ({ lab }) => {
    const running = await online(lab)
    const ignored = [
      running.discord.post(drones, 'So?', { author: otherBotUser }),
      running.discord.post(drones, 'So?', { webhook: true }),
    ]
    await settled(running)
    expect(ignored.flatMap(({ responses }) => responses)).toEqual([])
  })

  test('has later messages that are answered only if they mention the bot', async ({ lab }) => {
    const running = await online(lab)
    const { discord } = running
    await discord.post(drones, 'So?').answered()
    const later = discord.say(drones, { author: benUser })
    await settled(running)
    expect(later.responses).toEqual([])
  })
})

describe('without being asked', () => {
  test.for([{}, { FORUM_CHANNEL_IDS: testChannelId }])(
    'the bot answers no post of a forum that is not chosen: %j',
    async (env, { lab }) => {
      const running = await online(lab, { FORUM_CHANNEL_IDS: '', ...env })
      const exchange = running.discord.post(drones, 'So?')
      await settled(running)
      expect(exchange.responses).toEqual([])
      expect((await running.discord.post('News', `${bot} ${drones}`).answered()).embeds[0]?.title).toBe(drones)
    },
  )
})

describe('posts by the thousand', () => {
  test('get as many answers as the rate limit allows, and no other word', async ({ lab }) => {
    const running = await online(lab, { RATE_LIMIT: '3' })
    const { discord } = running
    const posts = Array.from({ length: 1000 }, (_, at) =>
      discord.post(drones, 'So?', { author: at % 2 === 0 ? aliceUser : benUser }),
    )
    await discord.until('the answers', () => posts.filter(({ responses }) => responses.length > 0).length === 3)
    await discord.slash('facts', { topic: 'drones' }, { place: 'dm', user: otherBotUser }).answered()
    expect(posts.flatMap(({ responses }) => responses)).toHaveLength(3)
  })
})

import { describe, expect } from 'vitest'
import { testWithBot } from '../../../testkit/discord/bot/lab.ts'
import type { Message } from '../../../testkit/discord/messages/messages.ts'
import { aliceUser, benUser, botId, otherBotUser, testGuildId } from '../../../testkit/discord/server/world.ts'

const test = testWithBot()

const bot = `<@${botId}>`
const question = 'How many drones did Russia launch?'
const text = (message: Message): string => message.embeds[0]?.description ?? message.content

describe('a question in chat', () => {
  test.for([`${bot} ${question}`, `${question} ${bot}`, `<@!${botId}> ${question}`])(
    'by mention is answered with a reply that pings the asker alone: %s',
    async (content, { online: { discord } }) => {
      const exchange = discord.say(content, { author: benUser })
      const reply = await exchange.answered()
      expect(reply.message_reference?.message_id).toBe(exchange.said.id)
      expect(reply.mentions.map(({ id }) => id)).toEqual([benUser.id])
      expect(reply.embeds[0]?.title).toBe(question)
      expect(text(reply)).toContain('**112** strikes and decoy drones')
      expect(exchange.responses[0]?.body).toMatchObject({ allowed_mentions: { parse: [], replied_user: true } })
    },
  )

  test('needs no mention in a direct message', async ({ online: { discord } }) => {
    const reply = await discord.say(question, { place: 'dm' }).answered()
    expect(reply.embeds[0]?.title).toBe(question)
  })

  test('about an article is answered with what is known about it, not with its text', async ({
    online: { discord },
  }) => {
    const reply = await discord.say(`${bot} When was 000_c118e5ac5222d35e.txt published?`).answered()
    expect(text(reply)).toMatch(/^Date: \*\*4 Sep 2025\*\*\n-# read in the date line, not quoted from the text\n-# /)
    expect(text(reply)).not.toContain('¶')
  })

  test('gets an answer with a menu, like a command', async ({ online: { discord } }) => {
    const reply = await discord.say(`${bot} ${question}`).answered()
    const context = await discord.choose(reply, 'Context 1').answered()
    expect(text(context)).toContain('> ')
  })

  test('is a reply that pings the bot and ends in a question mark; thanks are not a question', async ({
    online: { discord },
  }) => {
    const answer = await discord.say(`${bot} ${question}`).answered()
    const thanks = discord.say('thanks!', { replyTo: answer })
    const unpinged = discord.say(question, { replyTo: answer, ping: false })
    const next = discord.say(question, { replyTo: answer })
    expect((await next.answered()).embeds[0]?.title).toBe(question)
    expect([...thanks.responses, ...unpinged.responses]).toEqual([])
  })

  test('that replies to an answer may refer to whoever it names, and the answer shows how it was understood', async ({
    online: { discord },
  }) => {
    const answer = await discord.say(`${bot} What did Rutte warn about Russian aggression?`).answered()
    const next = await discord.say('and what did he say about Moscow?', { replyTo: answer }).answered()
    expect(next.embeds[0]?.title).toBe('and what did Mark Rutte say about Moscow?')
  })

  test('refers to nothing if it does not reply to an answer', async ({ online: { discord } }) => {
    const nothing = await discord.say(`${bot} What did Zorblax eat for breakfast?`).answered()
    const question = 'and what did he say about Moscow?'
    const next = await discord.say(question, { replyTo: nothing }).answered()
    expect(next.embeds[0]?.title).toBe(question)
    expect((await discord.say(`${bot} ${question}`).answered()).embeds[0]?.title).toBe(question)
  })

  test('that is only a mention is answered with one line of help', async ({ online: { discord } }) => {
    const reply = await discord.say(bot).answered()
    expect(reply.content).toMatch(/^Ask me .*\/help.*\.$/)
    expect(reply.content).not.toContain('\n')
    expect(reply.embeds).toEqual([])
  })

  test.for(['/facts drones', 'facts drones', 'Facts drones'])(
    'that is written like a command is that command: %s',
    async (line, { online: { discord } }) => {
      const command = await discord.slash('facts', { topic: 'drones' }).answered()
      expect(text(await discord.say(`${bot} ${line}`).answered())).toBe(text(command))
    },
  )

  test('is never a command of moderators', async ({ online: { discord } }) => {
    const reply = await discord.say(`${bot} /reindex`).answered()
    expect(reply.embeds[0]?.title).toBe('/reindex')
    expect(text(reply)).toMatch(/^\*\*I found no answer/)
  })

  test('keeps the names of other users that it mentions', async ({ online: { discord } }) => {
    const reply = await discord.say(`${bot} does <@${benUser.id}> launch drones?`).answered()
    expect(reply.embeds[0]?.title).toMatch(/^does \S.* launch drones\?$/)
  })

  test('that cannot be looked up is answered with a sentence that says why', async ({ online: { discord } }) => {
    expect((await discord.say(`${bot} ?!?`).answered()).content).toMatch(/^That contains no words/)
    expect((await discord.say(`${bot} ${'why '.repeat(200)}`).answered()).content).toMatch(/^That has \d+ characters/)
  })

  test('is not seen in messages of bots and webhooks, or that mention @everyone or a role', async ({
    online: { discord },
  }) => {
    const ignored = [
      discord.say(`${bot} ${question}`, { author: otherBotUser }),
      discord.say(`${bot} ${question}`, { author: aliceUser, webhook: true }),
      discord.say(`@everyone ${question}`),
      discord.say(`@here ${question}`),
      discord.say(`<@&${testGuildId}> ${question}`),
      discord.say(`<@${benUser.id}> ${question}`),
      discord.say(question),
    ]
    await discord.say(`${bot} ${question}`).answered()
    expect(ignored.flatMap(({ responses }) => responses)).toEqual([])
  })
})

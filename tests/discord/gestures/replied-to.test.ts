import { describe, expect } from 'vitest'
import { testWithBot } from '../../../testkit/discord/bot/lab.ts'
import type { Message } from '../../../testkit/discord/messages/messages.ts'
import { aliceUser, benUser, botId, otherBotUser } from '../../../testkit/discord/server/world.ts'

const test = testWithBot()

const bot = `<@${botId}>`
const quotation = 'we have to stop making Putin too powerful'
const text = (message: Message): string => message.embeds[0]?.description ?? message.content
const useApps = /^Discord does not show me that message\. .* Apps > Find in articles\.$/

describe('a reply with a mention that asks about the message it replies to', () => {
  test.for([bot, `${bot} source?`, `is this true? ${bot}`, `${bot} who said this`, `${bot} is this right`])(
    'is answered from the articles if that message mentions the bot: %j',
    async (content, { online: { discord } }) => {
      const { said } = discord.say(`${quotation}, ${bot}`, { author: benUser })
      const reply = await discord.say(content, { replyTo: said }).answered()
      expect(text(reply)).toContain('the same words')
      expect(text(reply)).toContain('— Mark Rutte')
      expect(reply.embeds[0]?.url).toContain(`/${said.id}`)
    },
  )

  test('is answered in a direct message, whose text Discord always shows', async ({ online: { discord } }) => {
    const { said } = discord.say(quotation, { place: 'dm' })
    const reply = await discord.say('who said this?', { place: 'dm', replyTo: said }).answered()
    expect(text(reply)).toContain('— Mark Rutte')
  })

  test('says to use Apps if Discord does not show the message to the bot', async ({ online: { discord } }) => {
    const { said } = discord.say(quotation, { author: benUser })
    const reply = await discord.say(`${bot} source?`, { replyTo: said }).answered()
    expect(text(reply)).toMatch(useApps)
    expect(text(reply)).not.toContain('Rutte')
  })

  test('looks up the message of another bot and of the asker alike', async ({ online: { discord } }) => {
    for (const author of [otherBotUser, aliceUser]) {
      const { said } = discord.say(`${bot} ${quotation}`, { author })
      const reply = await discord.say(`${bot} true?`, { replyTo: said, author: aliceUser }).answered()
      expect(text(reply)).toContain('— Mark Rutte')
    }
  })

  test('looks up what an answer of the bot quotes', async ({ online: { discord } }) => {
    const answer = await discord.say(`${bot} who said we have to stop making Putin too powerful?`).answered()
    const reply = await discord.say('source?', { replyTo: answer, author: benUser }).answered()
    expect(text(reply)).toContain('the same words')
    expect(text(reply)).toContain(quotation)
  })

  test('says why it found nothing', async ({ online: { discord } }) => {
    const { said } = discord.say(`${bot} my cat likes the garden best in spring`, { author: benUser })
    expect(text(await discord.say(`${bot} source?`, { replyTo: said }).answered())).toContain(
      'No sentence in the articles says what this message says',
    )
    const empty = discord.say(bot, { author: benUser }).said
    expect(text(await discord.say(`${bot} source?`, { replyTo: empty }).answered())).toContain(
      'That message has no words to look up',
    )
  })

  test('says that the message is gone', async ({ online: { discord } }) => {
    const exchange = discord.say(`${bot} ${quotation}`, { author: benUser })
    await exchange.answered()
    discord.remove(exchange.said)
    const reply = await discord.say(`${bot} source?`, { replyTo: exchange.said }).answered()
    expect(text(reply)).toBe('The message you replied to no longer exists.')
  })

  test.for([403, 500])('says to use Apps if Discord refuses to return it (%i)', async (status, { lab }) => {
    const { discord } = await lab.registered({ env: { RATE_LIMIT: '0' } })
    discord.faults.on('GET /channels/:channel/messages/:message', { kind: 'status', status }, 9)
    const { said } = discord.say(`${bot} ${quotation}`, { author: benUser })
    expect(text(await discord.say(`${bot} source?`, { replyTo: said }).answered())).toMatch(useApps)
  })
})

describe('a reply with a mention and a question of its own', () => {
  test('is answered as that question', async ({ online: { discord } }) => {
    const { said } = discord.say(quotation, { author: benUser })
    const question = 'How many drones did Russia launch?'
    const reply = await discord.say(`${bot} ${question}`, { replyTo: said }).answered()
    expect(reply.embeds[0]?.title).toBe(question)
  })
})

describe('a mention in code', () => {
  test.for([`\`${bot}\` how many drones`, `\`\`\`\n${bot}\n\`\`\` how many drones`])(
    'is not a question, not even in a reply that pings the bot: %j',
    async (content, { online: { discord } }) => {
      const answer = await discord.say(`${bot} How many drones did Russia launch?`).answered()
      const ignored = [discord.say(content), discord.say(content, { replyTo: answer })]
      await discord.say(`${bot} How many drones did Russia launch?`).answered()
      expect(ignored.flatMap(({ responses }) => responses)).toEqual([])
    },
  )
})

describe('a message of over 300 characters', () => {
  const filler = 'We talked about this at length over dinner, and nobody at the table could agree on it. '.repeat(4)

  test.for([
    [`${filler}How many drones did Russia launch? Thanks a lot!`, 'How many drones did Russia launch?'],
    [`Is it cold? ${filler}How many drones did Russia launch?`, 'How many drones did Russia launch?'],
    [`How many drones did Russia launch? ${filler}`, 'How many drones did Russia launch?'],
  ] as const)('is answered by its last question', async ([content, question], { online: { discord } }) => {
    const reply = await discord.say(`${bot} ${content}`).answered()
    expect(reply.embeds[0]?.title).toBe(question)
    expect(text(reply)).toContain('112')
  })

  test.for([filler, `${'why '.repeat(100)}?`])(
    'is refused without a question that is short enough',
    async (content, { online: { discord } }) => {
      expect(text(await discord.say(`${bot} ${content}`).answered())).toMatch(
        /^That has \d+ characters: shorten it to 300/,
      )
    },
  )
})

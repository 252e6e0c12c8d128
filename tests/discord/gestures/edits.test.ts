import { describe, expect } from 'vitest'
import { test as labTest, type Online, testWithBot } from '../../../testkit/discord/bot/lab.ts'
import type { Message } from '../../../testkit/discord/messages/messages.ts'
import { botId } from '../../../testkit/discord/server/world.ts'

const test = testWithBot()

const bot = `<@${botId}>`
const drones = 'How many drones did Russia launch?'
const rutte = 'What did Rutte warn about Russian aggression?'
const title = (message: Message | undefined) => message?.embeds[0]?.title

type Discord = Online['discord']

const now = (discord: Discord, { id }: Message): Message | undefined =>
  discord.messages().find((message) => message.id === id)
const edits = (discord: Discord): number =>
  discord.requests.filter(({ route }) => route === 'PATCH /channels/:channel/messages/:message').length
const repliesTo = (discord: Discord, { id }: Message): readonly Message[] =>
  discord.messages().filter((message) => message.message_reference?.message_id === id)

/** Waits for the answer to become one to `question`. */
const becomes = (discord: Discord, answer: Message, question: string): Promise<Message> =>
  discord.until(`an answer to ${question}`, () => {
    const shown = now(discord, answer)
    return title(shown) === question && shown
  })
const isGone = (discord: Discord, answer: Message): Promise<boolean> =>
  discord.until('the answer to be gone', () => now(discord, answer) === undefined)

describe('an edited question', () => {
  test.for(['guild', 'dm'] as const)('gets an edited answer in a %s', async (place, { online: { discord } }) => {
    const exchange = discord.say(`${bot} ${rutte}`, { place })
    const answer = await exchange.answered()
    expect(title(answer)).toBe(rutte)
    discord.edit(exchange.said, `${bot} ${drones}`)
    const edited = await becomes(discord, answer, drones)
    expect(edited.embeds[0]?.description).toContain('112')
    expect(repliesTo(discord, exchange.said)).toHaveLength(1)
  })

  test('gets an answer instead of a refusal, and a refusal instead of an answer', async ({ online: { discord } }) => {
    const exchange = discord.say(`${bot} ?!?`)
    const refusal = await exchange.answered()
    expect(refusal.content).toMatch(/^That contains no words/)
    discord.edit(exchange.said, `${bot} ${drones}`)
    const answer = await becomes(discord, refusal, drones)
    expect(answer.content).toBe('')
    discord.edit(exchange.said, `${bot} !?!`)
    const again = await discord.until('a refusal', () => {
      const shown = now(discord, answer)
      return shown?.content.startsWith('That contains no words') && shown
    })
    expect(again.embeds).toEqual([])
    expect(again.components).toEqual([])
  })

  test('may ask about the message it replies to', async ({ online: { discord } }) => {
    const { said } = discord.say(`${bot} we have to stop making Putin too powerful`)
    const exchange = discord.say(`${bot} ${drones}`, { replyTo: said })
    const answer = await exchange.answered()
    discord.edit(exchange.said, `${bot} who said this?`)
    const edited = await becomes(discord, answer, 'Find in articles')
    expect(edited.embeds[0]?.description).toContain('— Mark Rutte')
  })

  test.for([drones, 'never mind'])(
    'that no longer mentions the bot has no answer: %j',
    async (content, { online: { discord } }) => {
      const exchange = discord.say(`${bot} ${drones}`)
      const answer = await exchange.answered()
      discord.edit(exchange.said, content)
      await isGone(discord, answer)
      expect(repliesTo(discord, exchange.said)).toEqual([])
    },
  )

  test('is not answered again because its link gets a preview', async ({ online: { discord } }) => {
    const exchange = discord.say(`${bot} ${drones}`)
    await exchange.answered()
    const before = edits(discord)
    discord.unfurl(exchange.said, 'A page.')
    const next = discord.say(`${bot} ${rutte}`)
    const answer = await next.answered()
    discord.edit(next.said, `${bot} ${drones}`)
    await becomes(discord, answer, drones)
    expect(edits(discord)).toBe(before + 1)
  })

  test('that the bot has not answered is not answered after an edit', async ({ online: { discord } }) => {
    const unseen = discord.say(drones)
    discord.edit(unseen.said, `${bot} ${drones}`)
    await discord.say(`${bot} ${rutte}`).answered()
    expect(unseen.responses).toEqual([])
  })

  test('whose answer was deleted stays without one', async ({ online: { discord, bot: running } }) => {
    const exchange = discord.say(`${bot} ${rutte}`)
    discord.remove(await exchange.answered())
    discord.edit(exchange.said, `${bot} ${drones}`)
    const next = discord.say(`${bot} ${rutte}`)
    const answer = await next.answered()
    discord.edit(next.said, `${bot} ${drones}`)
    await becomes(discord, answer, drones)
    expect(repliesTo(discord, exchange.said)).toEqual([])
    expect(running.log()).not.toContain('a reply was not edited')
  })
})

describe('a deleted question', () => {
  test.for(['guild', 'dm'] as const)('takes its answer along in a %s', async (place, { online: { discord } }) => {
    const exchange = discord.say(`${bot} ${drones}`, { place })
    const answer = await exchange.answered()
    discord.remove(exchange.said)
    await isGone(discord, answer)
  })

  test('does so among many that moderators delete', async ({ online: { discord } }) => {
    const exchanges = [drones, rutte].map((question) => discord.say(`${bot} ${question}`))
    const answers = await Promise.all(exchanges.map((exchange) => exchange.answered()))
    discord.purge(exchanges.map(({ said }) => said))
    for (const answer of answers) await isGone(discord, answer)
  })

  test('gets no answer that was still on its way', async ({ online: { discord } }) => {
    let release = (): void => undefined
    const until = new Promise<void>((resolve) => {
      release = resolve
    })
    discord.faults.on('POST /channels/:channel/messages', { kind: 'held', until })
    const exchange = discord.say(`${bot} ${drones}`)
    const answer = await exchange.answered()
    discord.remove(exchange.said)
    release()
    await isGone(discord, answer)
  })
})

describe('a flood of edits', () => {
  labTest('is answered within the rate limit, and ends with the latest question', async ({ lab }) => {
    const { discord, bot: running } = await lab.registered({ env: { RATE_LIMIT: '3' } })
    const exchange = discord.say(`${bot} ${rutte}`)
    const answer = await exchange.answered()
    for (let edit = 0; edit < 200; edit++) discord.edit(exchange.said, `${bot} drones number ${edit}?`)
    discord.edit(exchange.said, `${bot} ${drones}`)
    await discord.until('the limit to be reached', () => edits(discord) === 2 || title(now(discord, answer)) === drones)
    running.clock.advance(10_001)
    await becomes(discord, answer, drones)
    expect(edits(discord)).toBeLessThanOrEqual(3)
    expect(repliesTo(discord, exchange.said)).toHaveLength(1)
  })

  labTest('of a question that came too fast replaces the request to slow down', async ({ lab }) => {
    const { discord, bot: running } = await lab.registered({ env: { RATE_LIMIT: '1' } })
    await discord.say(`${bot} ${rutte}`).answered()
    const exchange = discord.say(`${bot} ${rutte}`)
    const notice = await exchange.answered()
    expect(notice.content).toMatch(/^Too many questions at once/)
    running.clock.advance(10_001)
    discord.edit(exchange.said, `${bot} ${drones}`)
    await becomes(discord, notice, drones)
  })
})

import { once } from 'node:events'
import { Events, GatewayIntentBits } from 'discord.js'
import { MessageResponseSchema } from 'discord-api-spec/zod'
import { describe, expect } from 'vitest'
import { nobody, pong, test } from '../../testkit/discord/bot/lab.ts'
import { write } from '../../testkit/discord/messages/chat.ts'
import {
  container,
  forward,
  layout,
  poll,
  section,
  separator,
  textDisplay,
  withEmbeds,
} from '../../testkit/discord/messages/message-forms.ts'
import { isPrivate } from '../../testkit/discord/messages/messages.ts'
import { aliceUser, benUser, botId, otherBotUser, otherTestGuildId } from '../../testkit/discord/server/world.ts'

describe.concurrent('what users do', () => {
  test('a slash command has its options, and its answer is stored', async ({ lab }) => {
    const discord = await lab.discord()
    await lab.online(discord, pong)
    const exchange = discord.slash('ask', { question: 'who?' })
    const message = await exchange.answered()
    expect(message.embeds[0]).toMatchObject({ type: 'rich', title: 'pong', description: 'who?' })
    expect(exchange.responses).toMatchObject([{ kind: 'callback', type: 4 }])
    expect(discord.gateway.query()).toBe('v=10&encoding=json')
  })

  test('messages match the published schema', async ({ lab }) => {
    const discord = await lab.discord()
    await lab.online(discord, pong)
    const message = await discord.slash('ask', { question: 'who?' }).answered()
    expect(MessageResponseSchema.safeParse(message).error?.issues).toBeUndefined()
  })

  test.for([
    ['a forwarded message', forward(withEmbeds('some claim', { title: 'A title' }))],
    ['a forwarded layout', forward(layout(textDisplay('some claim')))],
    ['a layout', layout(textDisplay('# A title'), container(section('one', 'two'), separator(), textDisplay('three')))],
    ['a poll', poll('Who?', 'Ben', 'Alice')],
    ['a message with an embed', withEmbeds('some claim', { fields: [{ name: 'a', value: 'b', inline: true }] })],
  ] as const)('%s that a command is used on looks as the published schema says', async ([, target], { lab }) => {
    const discord = await lab.discord()
    const seen: unknown[] = []
    await lab.online(discord, async (interaction) => {
      if (interaction.isMessageContextMenuCommand()) seen.push(interaction.targetMessage.id)
      await pong(interaction)
    })
    await discord.messageMenu('Find in articles', target).answered()
    expect(seen).toEqual([target.id])
    // The schema knows no reference of type 1, which the documentation has for forwarded messages.
    const { message_reference, ...rest } = { message_reference: undefined, ...target }
    expect(MessageResponseSchema.safeParse(rest).error?.issues).toBeUndefined()
  })

  test('autocomplete sends what is typed, and gets choices', async ({ lab }) => {
    const discord = await lab.discord()
    await lab.online(discord, pong)
    expect(await discord.autocomplete('ask', 'question', 'wh').suggested()).toEqual([{ name: 'pong wh', value: 'wh' }])
  })

  test('a selection sends the values of its menu', async ({ lab }) => {
    const discord = await lab.discord()
    await lab.online(discord, async (interaction) => {
      if (interaction.isStringSelectMenu()) {
        await interaction.update({ content: interaction.values.join(' and '), allowedMentions: nobody })
      } else if (interaction.isChatInputCommand()) {
        const options = ['north', 'south', 'west'].map((value) => ({ label: value, value }))
        const menu = { type: 3, customId: 'side', options, minValues: 1, maxValues: 2 }
        await interaction.reply({
          content: 'which?',
          components: [{ type: 1, components: [menu] }],
          allowedMentions: nobody,
        })
      }
    })
    const message = await discord.slash('ask').answered()
    const selected = await discord.select(message, 'side', ['north', 'west']).answered()
    expect(selected).toMatchObject({ id: message.id, content: 'north and west' })
  })

  test('a pressed button edits its message', async ({ lab }) => {
    const discord = await lab.discord()
    await lab.online(discord, pong)
    const asked = discord.slash('ask', { question: 'who?' })
    const message = await asked.answered()
    const pressed = await discord.press(message, 'Next', { user: benUser }).answered()
    expect(pressed).toMatchObject({ id: message.id, content: 'pressed next', embeds: [] })
    expect(asked.message()).toEqual(pressed)
    expect(() => discord.press(message, 'Back')).toThrow('No button "Back"')
  })

  test('a message command has the message, and can be deferred, edited and followed up in private', async ({ lab }) => {
    const discord = await lab.discord()
    await lab.online(discord, pong)
    const exchange = discord.messageMenu('Find in articles', write('some claim', { author: benUser }))
    await discord.until('the follow-up', () => exchange.followUps().length === 1)
    const message = exchange.message()
    expect(message?.content).toBe('read: some claim')
    expect(message && isPrivate(message)).toBe(true)
    expect(exchange.responses.map((r) => r.kind)).toEqual(['callback', 'edit', 'follow-up'])
  })

  test('a command can come from a DM, or by user install from a place without the bot', async ({ lab }) => {
    const discord = await lab.discord()
    const seen: unknown[] = []
    await lab.online(discord, async (interaction) => {
      seen.push([interaction.context, interaction.inCachedGuild(), interaction.guildId, interaction.locale])
      await pong(interaction)
    })
    await discord.slash('ask', {}, { place: 'guild', locale: 'de' }).answered()
    await discord.slash('ask', {}, { place: 'dm' }).answered()
    await discord.slash('ask', {}, { place: 'other guild' }).answered()
    await discord.slash('ask', {}, { place: 'private channel' }).answered()
    expect(seen).toEqual([
      [0, true, expect.any(String), 'de'],
      [1, false, null, 'en-US'],
      [0, false, otherTestGuildId, 'en-US'],
      [2, false, null, 'en-US'],
    ])
  })

  test('message content is present with a mention, in a DM and in own messages, and empty otherwise', async ({
    lab,
  }) => {
    const discord = await lab.discord()
    const client = await lab.online(discord, pong)
    const read: string[] = []
    client.on(Events.MessageCreate, async (message) => {
      read.push(`${message.author.username}: ${message.content}`)
      if (message.author.id === aliceUser.id && message.content !== '') await message.reply('pong')
    })
    discord.say('a secret')
    discord.say('beep', { author: otherBotUser })
    const mention = discord.say(`<@${botId}> who?`)
    const reply = await mention.answered()
    expect(reply).toMatchObject({
      content: 'pong',
      referenced_message: { id: mention.id },
      mentions: [{ id: aliceUser.id }],
    })
    await discord.say('and why?', { replyTo: reply }).answered()
    await discord.say('hello', { place: 'dm' }).answered()
    expect(read.filter((line) => !line.startsWith('verbatim: pong'))).toEqual([
      'alice: ',
      'robo: ',
      `alice: <@${botId}> who?`,
      'alice: and why?',
      'alice: hello',
    ])
  })
})

describe.concurrent('the gateway', () => {
  test('a command in the gap of a dropped connection is replayed on resume', async ({ lab }) => {
    const discord = await lab.discord()
    const client = await lab.online(discord, pong)
    const resumed = once(client, Events.ShardResume)
    discord.gateway.drop()
    await discord.slash('ask', { question: 'still there?' }).answered()
    await resumed
    expect(discord.gateway.count('resumed')).toBe(1)
    expect(discord.gateway.count('identified')).toBe(1)
  })

  test('op 7 leads to a resume', async ({ lab }) => {
    const discord = await lab.discord()
    const client = await lab.online(discord, pong)
    const resumed = once(client, Events.ShardResume)
    discord.gateway.reconnect()
    await resumed
    expect(discord.gateway.count('identified')).toBe(1)
    await discord.slash('ask').answered()
  })

  test('op 9 leads to a resume if true, and to a new session if false', async ({ lab }) => {
    const discord = await lab.discord()
    const client = await lab.online(discord, pong)
    const resumed = once(client, Events.ShardResume)
    discord.gateway.invalidate(true)
    await resumed
    discord.gateway.invalidate(false)
    await discord.until('a new session', () => discord.gateway.count('identified') === 2)
    await discord.slash('ask').answered()
  })

  test('a connection without heartbeat acknowledgements is replaced', async ({ lab }) => {
    const discord = await lab.discord({ heartbeatInterval: 1000 })
    const client = await lab.online(discord, pong)
    const resumed = once(client, Events.ShardResume)
    discord.gateway.zombie()
    await discord.slash('ask').answered()
    await resumed
    expect(discord.gateway.count('resumed')).toBeGreaterThan(0)
  })

  test('a wrong token is refused by REST before any connection', async ({ lab }) => {
    const discord = await lab.discord()
    await expect(lab.client(discord).login('wrong')).rejects.toThrow('An invalid token was provided.')
    expect(discord.gateway.count('connected')).toBe(0)
  })

  test('a token that the gateway refuses with 4004 ends the login', async ({ lab }) => {
    const discord = await lab.discord()
    discord.gateway.refusal = 4004
    await expect(lab.client(discord).login(discord.token)).rejects.toThrow('Authentication failed')
    expect(discord.gateway.count('refused')).toBe(1)
  })

  test('an intent that is not granted is refused with 4014', async ({ lab }) => {
    const discord = await lab.discord({ refusedIntents: GatewayIntentBits.MessageContent })
    const client = lab.client(discord, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent] })
    await expect(client.login(discord.token)).rejects.toThrow('Used disallowed intents')
  })

  test('lag delays a dispatch, but not the time in its id', async ({ lab }) => {
    const discord = await lab.discord({ ahead: 0 })
    let age = 0
    await lab.online(discord, async (interaction) => {
      age = Date.now() - interaction.createdTimestamp
      await pong(interaction)
    })
    discord.gateway.lag = 300
    const { after } = await discord.slash('ask').acknowledged()
    expect(age).toBeGreaterThanOrEqual(299)
    expect(after).toBeGreaterThanOrEqual(age)
  })
})

describe.concurrent('the HTTP half', () => {
  const callback = 'POST /interactions/:interaction/:token/callback'
  const original = 'PATCH /webhooks/:application/:token/messages/@original'

  test('requests are repeated after 5xx, a reset connection and 429 until they succeed', async ({ lab }) => {
    const discord = await lab.discord()
    await lab.online(discord, async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      await interaction.deferReply()
      await interaction.editReply({ content: 'at last', allowedMentions: nobody })
    })
    discord.faults.on(callback, { kind: 'status', status: 503 }, 2)
    discord.faults.on(callback, { kind: 'hang-up', when: 'before', reset: true })
    discord.faults.on(original, { kind: 'limit', retryAfter: 0.2 })
    discord.faults.on(original, { kind: 'limit', retryAfter: 0.2, global: true })
    const message = await discord.slash('ask').answered()
    expect(message.content).toBe('at last')
    const statuses = (route: string) => discord.requests.filter((r) => r.route === route).map((r) => r.status)
    expect(statuses(callback)).toEqual([503, 503, 0, 204])
    expect(statuses(original)).toEqual([429, 429, 200])
  })

  test('the second attempt after a lost response gets 40060', async ({ lab }) => {
    const discord = await lab.discord()
    const client = await lab.online(discord, pong)
    const errors: unknown[] = []
    client.on(Events.Error, (error) => void errors.push(error))
    discord.faults.on(callback, { kind: 'hang-up', when: 'after', reset: true })
    await discord.slash('ask').answered()
    await discord.until('the error', () => discord.requests.filter((r) => r.route === callback).length === 2)
    await expect.poll(() => errors).toMatchObject([{ code: 40060 }])
  })

  test('late, second and unknown answers are refused as Discord refuses them', async ({ lab }) => {
    const discord = await lab.discord({ callbackDeadline: 0, ahead: -1 })
    const client = await lab.online(discord, pong)
    const errors: unknown[] = []
    client.on(Events.Error, (error) => void errors.push(error))
    const { id } = discord.slash('ask')
    await expect.poll(() => errors).toMatchObject([{ code: 10062 }])
    const body = { content: 'x', allowed_mentions: nobody }
    await expect(
      client.rest.patch(`/webhooks/${botId}/none/messages/@original`, { body, auth: false }),
    ).rejects.toMatchObject({ code: 50027 })
    await expect(
      client.rest.patch(`/webhooks/${botId}/token-${id}/messages/@original`, { body, auth: false }),
    ).rejects.toMatchObject({ code: 10015 })
  })

  test('planting a fault on an unknown route is an error', async ({ lab }) => {
    const discord = await lab.discord()
    expect(() => discord.faults.on('POST /nowhere', { kind: 'status', status: 500 })).toThrow('"POST /nowhere"')
  })

  test('a request to an unknown route is a violation', async ({ lab }) => {
    const discord = await lab.discord({ violations: 'expected' })
    const client = await lab.online(discord, pong)
    await expect(client.rest.get('/guilds/1/bans')).rejects.toMatchObject({ status: 404 })
    expect(discord.violations).toEqual(['unknown route: GET /guilds/1/bans'])
  })

  test.fails('a test whose bot breaks a rule fails even if it does not check', async ({ lab }) => {
    const discord = await lab.discord()
    await lab.online(discord, async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'x'.repeat(2001), allowedMentions: nobody })
    })
    discord.slash('ask')
    await discord.until('a violation', () => discord.violations.length > 0)
  })
})

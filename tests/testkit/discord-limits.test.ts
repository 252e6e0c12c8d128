import { ApplicationCommandResponseSchema } from 'discord-api-spec/zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { type LoopbackDiscord, startDiscord } from '../../testkit/discord/server/server.ts'
import { aliceUser, botId, testChannelId, testGuildId } from '../../testkit/discord/server/world.ts'

let discord: LoopbackDiscord
beforeAll(async () => {
  discord = await startDiscord()
})
afterAll(() => discord.stop())

/** Sends a body as the bot would; returns the status and the answer, and how many violations it added. */
async function send(method: string, path: string, body: unknown) {
  const before = discord.violations.length
  const response = await fetch(`${discord.url}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  const answer: unknown = text === '' ? undefined : JSON.parse(text)
  return { status: response.status, answer, violations: discord.violations.slice(before) }
}

const allowed_mentions = { parse: [] }
const message = (body: object) => send('POST', `/channels/${testChannelId}/messages`, { allowed_mentions, ...body })
const embed = (body: object) => message({ embeds: [body] })
const buttons = (...row: object[]) => message({ content: 'x', components: [{ type: 1, components: row }] })
const button = (id: number, more: object = {}) => ({ type: 2, style: 1, label: 'x', custom_id: `b${id}`, ...more })
const many = <T>(length: number, make: (index: number) => T): T[] => Array.from({ length }, (_, index) => make(index))
const text = (length: number) => 'x'.repeat(length)
const field = { name: text(256), value: text(1) }
const rows = (count: number) => many(count, (i) => ({ type: 1, components: [button(i)] }))

const refused = { status: 400, answer: { code: 50035 }, violations: [expect.any(String)] }
const good = { status: 200, violations: [] }

describe('a message within the limits is stored', () => {
  test.each<[string, () => ReturnType<typeof send>]>([
    ['content of 2,000', () => message({ content: text(2000) })],
    ['an embed of 6,000 in all', () => embed({ description: text(4096), footer: { text: text(1904) } })],
    ['ten embeds', () => message({ embeds: many(10, () => ({ title: 'x' })) })],
    ['25 fields', () => embed({ title: 'x', fields: many(25, () => ({ name: 'x', value: 'y' })) })],
    ['five rows', () => message({ content: 'x', components: rows(5) })],
    ['five buttons', () => buttons(...many(5, button))],
    ['a custom_id of 100', () => buttons(button(1, { custom_id: text(100), label: text(80) }))],
    ['a link', () => buttons({ type: 2, style: 5, label: 'x', url: 'https://example.com' })],
  ])('%s', async (_, attempt) => {
    expect(await attempt()).toMatchObject(good)
  })
})

describe('a message beyond the limits is refused and noted', () => {
  test.each<[string, () => ReturnType<typeof send>]>([
    ['content of 2,001', () => message({ content: text(2001) })],
    ['nothing', () => message({ content: ' ' })],
    ['a title of 257', () => embed({ title: text(257) })],
    ['a description of 4,097', () => embed({ description: text(4097) })],
    ['26 fields', () => embed({ title: 'x', fields: many(26, () => ({ name: 'x', value: 'y' })) })],
    ['a field name of 257', () => embed({ fields: [{ ...field, name: text(257) }] })],
    ['a field value of 1,025', () => embed({ fields: [{ ...field, value: text(1025) }] })],
    ['an empty field', () => embed({ fields: [{ ...field, value: ' ' }] })],
    ['a footer of 2,049', () => embed({ footer: { text: text(2049) } })],
    ['an author of 257', () => embed({ author: { name: text(257) } })],
    ['an empty embed', () => embed({ color: 1 })],
    ['a url that is none', () => embed({ title: 'x', url: 'javascript:alert(1)' })],
    ['6,001 in two embeds', () => message({ embeds: [{ description: text(4096) }, { description: text(1905) }] })],
    ['11 embeds', () => message({ embeds: many(11, () => ({ title: 'x' })) })],
    ['six rows', () => message({ content: 'x', components: rows(6) })],
    ['six buttons', () => buttons(...many(6, button))],
    ['a label of 81', () => buttons(button(1, { label: text(81) }))],
    ['a custom_id of 101', () => buttons(button(1, { custom_id: text(101) }))],
    ['no custom_id', () => buttons({ type: 2, style: 1, label: 'x' })],
    ['one custom_id twice', () => buttons(button(1), button(1))],
    [
      '26 choices of a menu',
      () => buttons({ type: 3, custom_id: 'm', options: many(26, (i) => ({ label: 'x', value: `${i}` })) }),
    ],
    ['mentions left to Discord', () => message({ content: 'x', allowed_mentions: undefined })],
    ['mentions parsed', () => message({ content: 'x', allowed_mentions: { parse: ['users'] } })],
    ['a user to mention', () => message({ content: 'x', allowed_mentions: { parse: [], users: [aliceUser.id] } })],
  ])('%s', async (_, attempt) => {
    const { violations, ...rest } = await attempt()
    expect(rest).toMatchObject({ status: 400, answer: { code: 50035 } })
    expect(violations).not.toEqual([])
  })
})

describe('answers to interactions', () => {
  const answer = (id: string, body: unknown) => send('POST', `/interactions/${id}/token-${id}/callback`, body)
  const choices = (count: number, more: object = {}) => ({
    type: 8,
    data: { choices: many(count, (i) => ({ name: `n${i}`, value: `v${i}`, ...more })) },
  })

  test('25 choices are accepted; 26, empty and long ones are refused', async () => {
    const { id } = discord.autocomplete('ask', 'topic', 'x')
    expect(await answer(id, choices(26))).toMatchObject({ status: 400 })
    expect(await answer(id, choices(1, { name: '' }))).toMatchObject({ status: 400 })
    expect(await answer(id, choices(1, { value: text(101) }))).toMatchObject({ status: 400 })
    expect(await answer(id, choices(25))).toMatchObject({ status: 204, violations: [] })
  })

  test('message limits apply to callbacks, edits and follow-ups', async () => {
    const { id } = discord.slash('ask')
    const webhook = `/webhooks/${botId}/token-${id}`
    const long = { content: text(2001), allowed_mentions }
    const fine = { content: text(2000), allowed_mentions }
    expect(await answer(id, { type: 4, data: long })).toMatchObject({ status: 400 })
    expect(await answer(id, { type: 4, data: fine })).toMatchObject({ status: 204, violations: [] })
    expect(await send('PATCH', `${webhook}/messages/@original`, long)).toMatchObject({ status: 400 })
    expect(await send('PATCH', `${webhook}/messages/@original`, fine)).toMatchObject(good)
    expect(await send('POST', webhook, { content: 'x' })).toMatchObject(refused)
    expect(await send('POST', webhook, fine)).toMatchObject(good)
  })

  test('choices answer an autocomplete and nothing else', async () => {
    const { id } = discord.slash('ask')
    expect(await answer(id, choices(1))).toMatchObject({ status: 400 })
    expect(await answer(id, { type: 7, data: { content: 'x', allowed_mentions } })).toMatchObject({ status: 400 })
  })

  test('the first follow-up fills a deferred answer and is as private as that', async () => {
    const exchange = discord.slash('ask')
    await answer(exchange.id, { type: 5, data: { flags: 64 } })
    await send('POST', `/webhooks/${botId}/token-${exchange.id}`, { content: 'x', allowed_mentions })
    expect(exchange.message()).toMatchObject({ content: 'x', flags: 64 })
    expect(exchange.followUps()).toEqual([])
  })
})

describe('commands', () => {
  const ask = { name: 'ask', description: 'Asks.', options: [{ type: 3, name: 'question', description: 'What.' }] }
  const at = `/applications/${botId}/commands`
  const put = (...commands: object[]) => send('PUT', at, commands)

  test('are returned with the defaults of Discord, by scope', async () => {
    const sent = {
      ...ask,
      options: [{ ...ask.options[0], required: false, choices: [] }],
      default_member_permissions: '32',
    }
    const { answer } = await put(sent)
    const [command] = z.array(ApplicationCommandResponseSchema).parse(answer)
    expect(command).toMatchObject({
      ...ask,
      type: 1,
      nsfw: false,
      contexts: null,
      integration_types: [0],
      default_member_permissions: '32',
    })
    await send('PUT', `/applications/${botId}/guilds/${testGuildId}/commands`, [ask])
    const [guildCommand] = discord.commands.list(testGuildId)
    expect(guildCommand).toMatchObject({ ...ask, guild_id: testGuildId, default_member_permissions: null })
    expect(guildCommand).not.toHaveProperty('contexts')
    expect(discord.commands.find('ask', 1)).toBe(guildCommand)
  })

  test('are fetched with translations only on request', async () => {
    await put(ask)
    const { answer: short } = await send('GET', at, undefined)
    const { answer: full } = await send('GET', `${at}?with_localizations=true`, undefined)
    expect(short).not.toEqual([expect.objectContaining({ name_localizations: null })])
    expect(full).toEqual([expect.objectContaining({ name_localizations: null })])
  })

  test('keep id and version while they stay the same', async () => {
    await put(ask)
    const [first] = discord.commands.list()
    await put(ask)
    expect(discord.commands.list()).toEqual([first])
    await put({ ...ask, description: 'Asks more.' })
    expect(discord.commands.list()).toMatchObject([{ id: first?.id }])
    expect(discord.commands.list()).not.toEqual([first])
  })

  test.each<[string, object[]]>([
    ['an upper-case name', [{ ...ask, name: 'Ask' }]],
    ['no description', [{ name: 'ask' }]],
    ['a description of 101', [{ ...ask, description: text(101) }]],
    ['a menu with a description', [{ ...ask, type: 3 }]],
    ['one name twice', [ask, ask]],
    [
      'a required option after another',
      [{ ...ask, options: [...ask.options, { ...ask.options[0], name: 'b', required: true }] }],
    ],
    [
      'more than 8,000 characters',
      [
        {
          ...ask,
          options: many(25, (i) => ({
            type: 3,
            name: `o${i}`,
            description: 'x',
            choices: many(25, (j) => ({ name: text(20), value: `${j}` })),
          })),
        },
      ],
    ],
  ])('%s is refused', async (_, commands) => {
    expect(await put(...commands)).toMatchObject({ status: 400, answer: { code: 50035 } })
  })
})

import { describe, expect } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { messageCommands } from '../../../commands/message-commands.ts'
import { discordConnection } from '../../../src/cli/support/discord-connection.ts'
import { readConfig } from '../../../src/config/config.ts'
import { register as registerWith } from '../../../src/discord/registration/register.ts'
import { test } from '../../../testkit/discord/bot/lab.ts'
import type { LoopbackDiscord } from '../../../testkit/discord/server/server.ts'
import { botId, otherTestGuildId, testGuild, testGuildId } from '../../../testkit/discord/server/world.ts'

const moderatorNames = ['articles-add', 'articles-remove', 'articles-restore', 'gaps', 'reindex', 'status']
const names = [
  'Find in articles',
  'articles',
  'ask',
  'compare',
  'facts',
  'help',
  'quotes',
  'reindex',
  'timeline',
  'who-said',
]

/** Registers the commands as `npm run register` does, in this process. */
async function register(discord: LoopbackDiscord, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const config = await readConfig({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url, ...env })
  return registerWith({ ...config, ...discordConnection(config), commands, messageCommands })
}

const writes = (discord: LoopbackDiscord) =>
  discord.requests.filter(({ route }) => /^(POST|PUT|PATCH|DELETE) /.test(route))
const written = (discord: LoopbackDiscord, before: number) =>
  writes(discord)
    .slice(before)
    .map(({ route }) => route)
const namesIn = (discord: LoopbackDiscord, guild?: string) =>
  discord.commands
    .list(guild)
    .map(({ name }) => name)
    .sort()

describe('registering', () => {
  test('writes all commands in one request at first, and keeps an entry point command', async ({ lab }) => {
    const discord = await lab.discord()
    const rest = lab.client(discord).rest.setToken(discord.token)
    const launch = { name: 'launch', type: 4, handler: 2, name_localizations: { de: 'start' }, contexts: [0, 1] }
    await rest.post(`/applications/${botId}/commands`, { body: launch })
    const entryPoint = discord.commands.list()
    const before = writes(discord).length
    await register(discord)
    expect(written(discord, before)).toEqual(['PUT /applications/:application/commands'])
    expect(namesIn(discord)).toEqual(expect.arrayContaining(['launch', ...names]))
    expect(discord.commands.list()).toEqual(expect.arrayContaining([...entryPoint]))
  })

  test('moves the commands to one server or back in two requests', async ({ lab }) => {
    const discord = await lab.discord()
    await register(discord)
    for (const env of [{ DISCORD_GUILD_ID: testGuildId }, {}]) {
      const before = writes(discord).length
      await register(discord, env)
      expect(written(discord, before).toSorted()).toEqual([
        'PUT /applications/:application/commands',
        'PUT /applications/:application/guilds/:guild/commands',
      ])
    }
  })

  test.for([
    ['a command that is missing', ['ask'], [], ['POST']],
    ['a command too many', [], ['old'], ['DELETE']],
    ['several differences', ['ask', 'facts'], ['old'], ['PUT']],
  ] as const)(
    'writes %s in one request, and leaves the others as they are',
    async ([, missing, more, does], { lab }) => {
      const discord = await lab.discord()
      await register(discord)
      const all = discord.commands.list()
      const rest = lab.client(discord).rest.setToken(discord.token)
      const commands = `/applications/${botId}/commands` as const
      for (const { id, name } of all) if (missing.some((one) => one === name)) await rest.delete(`${commands}/${id}`)
      for (const name of more) await rest.post(commands, { body: { name, description: 'Gone by now' } })
      const before = writes(discord).length
      await register(discord)
      expect(written(discord, before).map((request) => request.split(' ')[0])).toEqual(does)
      expect(namesIn(discord)).toEqual(all.map(({ name }) => name).sort())
      const untouched = all.filter(({ name }) => !missing.some((one) => one === name))
      expect(discord.commands.list()).toEqual(expect.arrayContaining(untouched))
    },
  )

  test('registers everywhere once, and says how to invite the bot', async ({ lab }) => {
    const discord = await lab.discord()
    const said = await register(discord)
    expect(namesIn(discord)).toEqual(expect.arrayContaining(names))
    expect(said).toContain('registered everywhere: created ')
    expect(said).toContain(
      `https://discord.com/oauth2/authorize?client_id=${botId}&scope=bot+applications.commands&permissions=274877991936`,
    )
    const before = writes(discord).length
    expect(await register(discord)).toMatch(/everywhere: \d+ unchanged\./)
    expect(writes(discord)).toHaveLength(before)
  })

  test('in one server removes the commands from everywhere, and vice versa', async ({ lab }) => {
    const discord = await lab.discord()
    await register(discord)
    await register(discord, { DISCORD_GUILD_ID: testGuildId })
    expect(namesIn(discord)).toEqual([])
    expect(namesIn(discord, testGuildId)).toEqual(expect.arrayContaining(names))
    expect(await register(discord, { DISCORD_GUILD_ID: testGuildId })).toContain(`in the server ${testGuildId}: `)
    await register(discord)
    expect(namesIn(discord, testGuildId)).toEqual([])
    expect(namesIn(discord)).toEqual(expect.arrayContaining(names))
  })

  test('makes every command available everywhere, but moderator commands only in servers', async ({ lab }) => {
    const discord = await lab.discord()
    await register(discord)
    for (const name of moderatorNames) {
      const command = discord.commands.find(name, 1)
      expect(command).toMatchObject({ default_member_permissions: '32', contexts: [0], integration_types: [0] })
    }
    for (const command of discord.commands.list().filter(({ name }) => !moderatorNames.includes(name))) {
      expect(command).toMatchObject({
        contexts: [0, 1, 2],
        integration_types: [0, 1],
        default_member_permissions: null,
      })
    }
    for (const name of ['ask', 'facts', 'quotes', 'who-said', 'articles', 'help']) {
      expect(discord.commands.find(name, 1)?.options?.map((option) => option.name)).toContain('private')
    }
  })

  test('puts the commands of moderators only into their servers, and back everywhere when none is named', async ({
    lab,
  }) => {
    const discord = await lab.discord()
    await register(discord)
    const all = namesIn(discord)
    const env = { MODERATION_GUILD_IDS: testGuildId }
    expect(await register(discord, env)).toContain(`registered everywhere, those of moderators in ${testGuildId}: `)
    expect(namesIn(discord, testGuildId)).toEqual(moderatorNames)
    expect(namesIn(discord)).toEqual(all.filter((name) => !moderatorNames.includes(name)))
    for (const name of moderatorNames)
      expect(discord.commands.find(name, 1)).toMatchObject({ default_member_permissions: '32', guild_id: testGuildId })
    const before = writes(discord).length
    expect(await register(discord, env)).toContain(`: ${all.length} unchanged.`)
    expect(writes(discord)).toHaveLength(before)
    await register(discord)
    expect(namesIn(discord, testGuildId)).toEqual([])
    expect(namesIn(discord)).toEqual(all)
  })

  test('puts the commands of moderators into their servers, beside all others in the one server', async ({ lab }) => {
    const discord = await lab.discord()
    await register(discord)
    const all = namesIn(discord)
    await register(discord, { MODERATION_GUILD_IDS: testGuildId })
    await register(discord, { MODERATION_GUILD_IDS: testGuildId, DISCORD_GUILD_ID: testGuildId })
    expect(namesIn(discord)).toEqual([])
    expect(namesIn(discord, testGuildId)).toEqual(all)
  })

  test('says which server it cannot reach, and registers everything else', async ({ lab }) => {
    const discord = await lab.discord()
    const said = await register(discord, { MODERATION_GUILD_IDS: `${otherTestGuildId},${testGuildId}` })
    expect(said).toContain(`Not in the server ${otherTestGuildId} (MissingAccess): `)
    expect(namesIn(discord, testGuildId)).toEqual(moderatorNames)
    expect(namesIn(discord)).toContain('ask')
  })

  test('happens when the bot is added to a server of moderators', async ({ lab }) => {
    const discord = await lab.discord()
    const route = 'GET /applications/:application/guilds/:guild/commands'
    discord.faults.on(route, { kind: 'refusal', status: 403, code: 50_001 })
    const { bot } = await lab.registered({ env: { MODERATION_GUILD_IDS: testGuildId } }, discord)
    await bot.says('the commands of a server could not be registered')
    expect(namesIn(discord, testGuildId)).toEqual([])
    discord.gateway.dispatch('GUILD_DELETE', { id: testGuildId }, { guildId: testGuildId })
    discord.gateway.dispatch('GUILD_CREATE', testGuild, { guildId: testGuildId })
    await discord.until('the commands of moderators', () => namesIn(discord, testGuildId).length > 0)
    expect(namesIn(discord, testGuildId)).toEqual(moderatorNames)
  })

  test('happens at start, and writes nothing that Discord already knows', async ({ lab }) => {
    const discord = await lab.discord()
    await register(discord)
    const before = writes(discord).length
    const { bot } = await lab.registered({}, discord)
    expect(bot.log()).toContain('permissions=274877991936')
    expect(writes(discord)).toHaveLength(before)
  })

  test('fixes what differs and removes what no longer exists', async ({ lab }) => {
    const discord = await lab.discord()
    const rest = lab.client(discord).rest.setToken(discord.token)
    await rest.post(`/applications/${botId}/commands`, { body: { name: 'old', description: 'Gone by now' } })
    await rest.post(`/applications/${botId}/commands`, { body: { name: 'ask', description: 'Of another time' } })
    expect(await register(discord)).toMatch(/created .*; changed ask; removed old; 0 unchanged/)
    expect(namesIn(discord)).toEqual(expect.arrayContaining(names))
    expect(namesIn(discord)).not.toContain('old')
  })

  test('does not stop the bot from answering if it fails', async ({ lab }) => {
    const discord = await lab.discord()
    discord.faults.on('GET /applications/:application/commands', { kind: 'status', status: 500 }, 20)
    const bot = await lab.bot(discord)
    await bot.says('commands could not be registered')
    expect((await discord.slash('facts', { topic: 'drones' }).answered()).embeds[0]?.title).toBe('drones')
  })
})

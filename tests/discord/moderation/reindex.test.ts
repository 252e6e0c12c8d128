import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { council } from '../../../testkit/articles/articles.ts'
import { test } from '../../../testkit/discord/bot/lab.ts'
import { finished } from '../../../testkit/discord/interactions/finished.ts'
import { isPrivate, type Message } from '../../../testkit/discord/messages/messages.ts'
import {
  aliceUser,
  managerPermissions,
  otherTestGuildId,
  ownerUser,
  testGuildId,
} from '../../../testkit/discord/server/world.ts'

const text = (message: Message): string => message.embeds[0]?.description ?? message.content
const manager = { permissions: managerPermissions }
const owner = { user: ownerUser, ...manager }

describe('/reindex', () => {
  test('reads the articles again and reports what was added, changed, removed and skipped', async ({ lab }) => {
    const folder = await lab.folder(council)
    const { discord, bot } = await lab.registered({ env: { ARTICLES_DIR: folder } })
    await writeFile(join(folder, 'zoo.txt'), 'The zoo bought 3 elephants in June.\n')
    await writeFile(join(folder, 'garden.txt'), 'The botanical garden opened 12 palm houses in May.\n')
    await rm(join(folder, 'south/daily-lantern.txt'))
    await writeFile(join(folder, 'broken.txt'), new Uint8Array([0, 1, 2]))
    expect(text(await discord.slash('ask', { question: 'How many elephants did the zoo buy?' }).answered())).toContain(
      'I found no answer',
    )
    const exchange = discord.slash('reindex', {}, owner)
    const message = await finished(discord, exchange)
    // A slow machine takes long enough to show how far it is.
    const [first, ...rest] = exchange.responses.map(({ type, kind }) => type ?? kind)
    expect(first).toBe(5)
    expect(new Set(rest)).toEqual(new Set(['edit']))
    expect(isPrivate(message)).toBe(true)
    expect(text(message)).toContain('1 added, 1 changed, 1 removed, 1 skipped.')
    for (const line of [
      '**added** zoo.txt',
      '**changed** garden.txt',
      '**removed** south/daily',
      '**skipped** broken.txt',
    ]) {
      expect(text(message)).toContain(line)
    }
    expect(text(message)).toContain('is binary')
    expect(text(await discord.slash('ask', { question: 'How many elephants did the zoo buy?' }).answered())).toContain(
      '**3** elephants',
    )
    expect(bot.log()).toMatch(/"audit":true,"command":"reindex","user":"1100000000000000010".*"allowed":true/)
  })

  test('keeps the old index if the articles cannot be read', async ({ lab }) => {
    const folder = await lab.folder(council)
    const { discord } = await lab.registered({ env: { ARTICLES_DIR: folder } })
    await rm(join(folder), { recursive: true })
    expect(text(await finished(discord, discord.slash('reindex', {}, owner)))).toMatch(
      /does not exist: .* Nothing was changed\.$/,
    )
    expect(text(await discord.slash('facts', { topic: 'ferries' }).answered())).toContain('electric ferries')
    await lab.folder({})
    await writeFile(folder, '')
  })

  test('runs once at a time', async ({ lab }) => {
    const { discord } = await lab.registered()
    const both = [discord.slash('reindex', {}, owner), discord.slash('reindex', {}, owner)]
    const said = await Promise.all(both.map(async (exchange) => text(await finished(discord, exchange))))
    expect(said.filter((one) => one.includes('articles are unchanged'))).not.toEqual([])
    for (const one of said) expect(one).toMatch(/articles are unchanged|^Another reindex is running/)
  })

  test('is allowed for the owner only if no server is set, and the refusal names the setting', async ({ lab }) => {
    const { discord, bot } = await lab.registered()
    const message = await discord.slash('reindex', {}, { user: aliceUser, ...manager }).answered()
    expect(text(message)).toMatch(/only the owner .* MODERATION\\?_GUILD\\?_IDS/)
    expect(isPrivate(message)).toBe(true)
    expect(bot.log()).toMatch(/"audit":true.*"allowed":false/)
    expect(text(await finished(discord, discord.slash('reindex', {}, owner)))).toContain('articles are unchanged')
  })

  test('is allowed for moderators of the servers in the settings, and nobody else', async ({ lab }) => {
    const { discord } = await lab.registered({ env: { MODERATION_GUILD_IDS: `${otherTestGuildId}1, ${testGuildId}` } })
    expect(text(await finished(discord, discord.slash('reindex', {}, manager)))).toContain('articles are unchanged')
    expect(text(await discord.slash('reindex').answered())).toContain('Manage Server')
    const elsewhere = await discord.slash('reindex', {}, { ...owner, place: 'other guild' }).answered()
    expect(text(elsewhere)).toMatch(/MODERATION\\?_GUILD\\?_IDS/)
    expect(text(await discord.slash('reindex', {}, { ...owner, place: 'dm' }).answered())).toMatch(
      /MODERATION\\?_GUILD/,
    )
  })
})

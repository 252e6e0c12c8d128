import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { council } from '../../../testkit/articles/articles.ts'
import { test } from '../../../testkit/discord/bot/lab.ts'
import { alice, auditOf, owner, text, title } from '../../../testkit/discord/bot/moderated.ts'
import { finished } from '../../../testkit/discord/interactions/finished.ts'
import { isPrivate } from '../../../testkit/discord/messages/messages.ts'
import { benUser, editorsRole, testGuildId } from '../../../testkit/discord/server/world.ts'
import { stateOf } from '../../../testkit/library/state-of.ts'

describe('/status', () => {
  test('shows moderators what is indexed, who reindexed last, and what was skipped', async ({ lab }) => {
    const folder = await lab.folder({ ...council, 'broken.txt': '' })
    const { discord } = await lab.registered({ env: { ARTICLES_DIR: folder } })
    await writeFile(join(folder, 'zoo.txt'), 'The zoo bought 3 elephants in June.\n')
    await finished(discord, discord.slash('reindex', {}, owner))
    const message = await discord.slash('status', {}, owner).answered()
    expect(isPrivate(message)).toBe(true)
    expect(text(message)).toMatch(
      /\*\*generation\*\* [0-9a-f]{8}\n\*\*contents\*\* 4 articles, \d+ paragraphs, \d+ quotations, \d+ facts/,
    )
    expect(text(message)).toMatch(/^\*\*last reindex\*\* <t:\d{10}:R>, requested by olga$/m)
    expect(text(message)).toMatch(/\*\*uptime\*\* \d+ (?:s|min)\n\*\*memory\*\* \d+ MB/)
    expect(text(message)).toMatch(/\*\*skipped\*\* broken\.txt\n-# is empty/)
    expect(text(await discord.slash('status', {}, alice).answered())).toContain('only the owner of this bot')
  })
})

describe('the permission to moderate', () => {
  const env = { MODERATION_GUILD_IDS: testGuildId, MODERATOR_ROLE_IDS: editorsRole.id }

  test('belongs to members with Manage Server or a role from the settings', async ({ lab }) => {
    const { discord } = await lab.registered({ env })
    expect(title(await discord.slash('status', {}, { user: benUser, roles: [editorsRole.id] }).answered())).toBe(
      'Status',
    )
    expect(title(await discord.slash('status', {}, alice).answered())).toBe('Status')
    const other = await discord.slash('status', {}, { user: benUser, roles: [`${editorsRole.id}1`] }).answered()
    expect(text(other)).toBe(
      'You need the permission "Manage Server" here or a role that the owner of this bot has chosen.',
    )
  })

  test('is checked again when a button is pressed', async ({ lab }) => {
    const folder = await lab.folder(council)
    const { discord, bot } = await lab.registered({ env: { ...env, ARTICLES_DIR: folder } })
    // Until something is kept, the bot itself reindexes: from now on nothing moves.
    await finished(discord, discord.slash('reindex', {}, alice))
    const question = await discord
      .slash('articles-remove', { article: 'garden' }, { user: benUser, roles: [editorsRole.id] })
      .answered()
    const before = await stateOf(join(bot.home, 'data'))
    const refused = await finished(discord, discord.press(question, 'Remove', { user: benUser }))
    expect(text(refused)).toContain('You need the permission')
    expect(isPrivate(refused)).toBe(true)
    expect(text(await finished(discord, discord.press(question, 'Remove', alice)))).toBe(
      'Only the moderator who ran the command can do that.',
    )
    expect({ ...(await stateOf(join(bot.home, 'data'))), 'audit.log': '' }).toEqual({ ...before, 'audit.log': '' })
    expect(await auditOf(join(bot.home, 'data'))).toMatchObject([
      { command: 'reindex', allowed: true },
      { command: 'articles-remove', allowed: true },
      { command: 'articles-remove', allowed: false, by: 'button', user: benUser.id },
      { command: 'articles-remove', allowed: false, by: 'button', user: alice.user.id },
    ])
    const done = await finished(discord, discord.press(question, 'Remove', { user: benUser, roles: [editorsRole.id] }))
    expect(text(done)).toContain('**removed** garden.txt')
  })

  test('takes one request to Discord, however often it is checked', async ({ lab }) => {
    const { discord } = await lab.registered({ env: { RATE_LIMIT: '0' } })
    const asked = () => discord.requests.filter(({ route }) => route === 'GET /applications/@me').length
    const before = asked()
    const type = (who: typeof owner, typed: string) =>
      discord.autocomplete('articles-remove', 'article', typed, {}, who).suggested()
    const typed = ['0', '00', '003', '', '004'].map((beginning) => type(owner, beginning))
    expect((await Promise.all(typed)).map((choices) => choices.length > 0)).toEqual(typed.map(() => true))
    expect(await type(alice, '0')).toEqual([])
    expect(title(await discord.slash('status', {}, owner).answered())).toBe('Status')
    expect(asked() - before).toBe(1)
  })

  test('belongs to nobody while Discord does not say who owns the bot', async ({ lab }) => {
    const { discord } = await lab.registered()
    discord.faults.on('GET /oauth2/applications/@me', { kind: 'status', status: 403 }, 5)
    discord.faults.on('GET /applications/@me', { kind: 'status', status: 403 }, 5)
    expect(text(await finished(discord, discord.slash('reindex', {}, owner)))).toMatch(/did not say who owns this bot/)
  })
})

describe('an audit log that cannot be written to', () => {
  test('is reported to the moderator and does not stop the command', async ({ lab }) => {
    const blocked = await lab.folder({ 'data/audit.log/x': '' })
    const { discord, bot } = await lab.registered({
      env: { DATA_DIR: join(blocked, 'data') },
      mayLog: /Writing to the audit log/,
    })
    const message = await finished(discord, discord.slash('reindex', {}, owner))
    expect(message.content).toMatch(/^Writing to the audit log .* failed \(EISDIR\)/)
    expect(text(message)).toContain('articles are unchanged')
    expect(bot.log()).toContain('cannot write to the audit log')
  })
})

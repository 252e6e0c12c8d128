import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { council } from '../../articles.ts'
import { runProgram } from '../../console/process.ts'
import { stateOf } from '../../library/state-of.ts'
import { finished } from '../finished.ts'
import { test } from '../lab.ts'
import { isPrivate, type Message } from '../messages.ts'
import { ALICE, BEN, EDITORS, GUILD_ID, MANAGER_PERMISSIONS, OWNER } from '../world.ts'

const text = (message: Message): string => [message.content, message.embeds[0]?.description ?? ''].join('\n').trim()
const labels = (message: Message) => message.components.flatMap((row) => row.components.map(({ label }) => label))
const title = (message: Message): string => message.embeds[0]?.title ?? ''
const owner = { user: OWNER, permissions: MANAGER_PERMISSIONS }
const alice = { user: ALICE, permissions: MANAGER_PERMISSIONS }
const story = 'The zoo bought 3 elephants in June, its keeper said.\n\nThey came by ship from Norvale.\n'
const elephants = { question: 'How many elephants did the zoo buy?' }

const auditOf = async (home: string) =>
  (await readFile(join(home, 'data/audit.log'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('/articles-add', () => {
  test('shows what the file would become, adds it on a press, and offers to undo that', async ({ lab }) => {
    const folder = await lab.folder(council)
    const { discord, bot } = await lab.registered({ env: { ARTICLES_DIR: folder } })
    const file = discord.attach('../Zoo News.txt', story)
    const asked = discord.slash('articles-add', { file, title: 'Elephants: "three"', date: '2024-06-03' }, owner)
    const question = await asked.answered()
    expect(isPrivate(question)).toBe(true)
    expect(title(question)).toBe('Add this article?')
    expect(text(question)).toContain('Zoo-News.txt: 2 paragraphs, 2 of which can be answers.')
    expect(text(question)).toContain('It does not state: outlet, author, url.')
    expect(text(question)).toMatch(
      /\*\*title\*\* Elephants: "three"\n\*\*date\*\* 2024-06-03\n\*\*¶1\*\* The zoo bought 3 elephants/,
    )
    expect(labels(question)).toEqual(['Add', 'Leave it'])
    expect(text(await discord.slash('ask', elephants).answered())).toContain('Nothing')

    const added = await finished(discord, discord.press(question, 'Add', owner))
    expect(added.id).toBe(question.id)
    expect(title(added)).toBe('Article added')
    expect(text(added)).toContain('Zoo-News.txt is one of the articles now.')
    expect(labels(added)).toEqual(['Undo'])
    expect(text(await discord.slash('ask', elephants).answered())).toContain('3 **elephants**')
    expect(await readFile(join(bot.home, 'data/articles/Zoo-News.txt'), 'utf8')).toMatch(
      /^---\ntitle: .*\ndate: .*\n---\n\nThe zoo bought/,
    )
    expect(await stateOf(folder)).not.toHaveProperty('Zoo-News.txt')

    const undone = await finished(discord, discord.press(added, 'Undo', owner))
    expect(text(undone)).toContain('Zoo-News.txt is not found any more; /articles-restore brings it back.')
    expect(text(await discord.slash('ask', elephants).answered())).toContain('Nothing')
    expect(await auditOf(bot.home)).toMatchObject([
      {
        command: 'articles-add',
        user: OWNER.id,
        name: 'olga',
        guild: GUILD_ID,
        allowed: true,
        options: { file: '../Zoo News.txt' },
        result: 'asked: Add this article?',
      },
      { command: 'articles-add', by: 'button', options: { does: 'add', file: 'Zoo-News.txt' } },
      { command: 'articles-add', by: 'button', options: { does: 'remove', file: 'Zoo-News.txt' } },
    ])
  })

  test('changes nothing where one leaves it, and asks once', async ({ lab }) => {
    const { discord, bot } = await lab.registered()
    const question = await discord.slash('articles-add', { file: discord.attach('zoo.md', story) }, owner).answered()
    const left = await discord.press(question, 'Leave it', owner).answered()
    expect(text(left)).toBe('Nothing was changed.')
    expect(left.components).toEqual([])
    const late = await discord.pressCustomId(question, idOf(question, 'Add'), owner).answered()
    expect(text(late)).toMatch(/answered already, or is too old: give the command again/)
    expect(isPrivate(late)).toBe(true)
    expect(Object.keys(await stateOf(join(bot.home, 'data/articles')))).toEqual([])
  })

  test('refuses in one sentence what is no article, and what Discord does not hold', async ({ lab }) => {
    const { discord } = await lab.registered({ env: { RATE_LIMIT: '0' } })
    const cases = [
      [discord.attach('zoo.pdf', story), /^zoo\.pdf is not a format that can be added/],
      [discord.attach('zoo.txt', new Uint8Array([80, 75, 3, 4, 0, 0, 1])), /^zoo\.txt is binary/],
      [
        discord.attach('zoo.html', '<html><body><nav>Menu</nav></body></html>'),
        /^zoo\.html is a web page without a story/,
      ],
      [discord.attach('zoo.txt', story, { size: 5_000_000 }), /^zoo\.txt is over 1 MiB/],
      [discord.attach('zoo.txt', 'a'.repeat(1_100_000), { size: 100 }), /^zoo\.txt is over 1 MiB/],
      [discord.attach('zoo.txt', story, { size: 7 }), /^zoo\.txt came with 86 bytes, where Discord says 7/],
      [
        discord.attach('zoo.txt', story, { url: 'https://evil.example/zoo.txt' }),
        /is not where Discord keeps attachments/,
      ],
      [discord.attach('zoo.txt', story, { url: 'file:///etc/passwd' }), /is not where Discord keeps attachments/],
      [
        discord.attach('zoo.txt', story, { url: `${new URL(discord.url).origin}/attachments/1` }),
        /cannot be fetched from Discord \(404\)/,
      ],
    ] as const
    for (const [file, sentence] of cases) {
      const said = await discord.slash('articles-add', { file }, owner).answered()
      expect(text(said).replaceAll('\\', '')).toMatch(sentence)
      expect(text(said)).toMatch(/Nothing was changed\.$/)
      expect(said.components).toEqual([])
    }
  })

  test('keeps a file that has the name of another beside it, and says so', async ({ lab }) => {
    const folder = await lab.folder(council)
    const { discord, bot } = await lab.registered({ env: { ARTICLES_DIR: folder } })
    const question = await discord
      .slash('articles-add', { file: discord.attach('garden.txt', story) }, owner)
      .answered()
    expect(text(question)).toContain('There is a file garden.txt already')
    await finished(discord, discord.press(question, 'Add', owner))
    expect(await readFile(join(bot.home, 'data/articles/garden-2.txt'), 'utf8')).toBe(story)
    expect(await readFile(join(folder, 'garden.txt'), 'utf8')).toBe(council['garden.txt'])
  })
})

function idOf(message: Message, label: string): string {
  const buttons = message.components.flatMap((row) => row.components)
  return String(buttons.find((button) => button.label === label)?.custom_id)
}

describe('/articles-remove and /articles-restore', () => {
  test('hide an article of the folder, and bring it back', async ({ lab }) => {
    const folder = await lab.folder(council)
    const { discord } = await lab.registered({ env: { ARTICLES_DIR: folder } })
    const before = await stateOf(folder)
    const choices = await discord.autocomplete('articles-remove', 'article', 'gar', {}, owner).suggested()
    expect(choices[0]?.name).toContain('botanical garden')
    const question = await discord.slash('articles-remove', { article: String(choices[0]?.value) }, owner).answered()
    expect(title(question)).toBe('Remove this article?')
    expect(labels(question)).toEqual(['Remove', 'Leave it'])
    const removed = await finished(discord, discord.press(question, 'Remove', owner))
    expect(text(removed)).toContain('**removed** garden.txt')
    expect(text(await discord.slash('ask', { question: 'What does the garden cost?' }).answered())).toContain('Nothing')
    expect(await discord.autocomplete('articles-restore', 'article', '', {}, { user: BEN }).suggested()).toEqual([])
    const [gone] = await discord.autocomplete('articles-restore', 'article', 'gard', {}, owner).suggested()
    expect(gone?.name).toMatch(/^garden\.txt · \d{4}-\d\d-\d\d$/)
    const restored = await finished(discord, discord.slash('articles-restore', { article: String(gone?.value) }, owner))
    expect(title(restored)).toBe('Article restored')
    expect(text(restored)).toContain('**added** garden.txt')
    expect(await stateOf(folder)).toEqual(before)
  })

  test('stay possible after what could not be done now', async ({ lab }) => {
    const folder = await lab.folder(council)
    const { discord } = await lab.registered({ env: { ARTICLES_DIR: folder } })
    const question = await discord.slash('articles-remove', { article: 'garden' }, owner).answered()
    await rm(join(folder, 'garden.txt'))
    const refused = await finished(discord, discord.press(question, 'Remove', owner))
    expect(text(refused)).toMatch(/garden\.txt is gone already.* Nothing was changed\.$/)
    expect(labels(refused)).toEqual(['Remove', 'Leave it'])
    await writeFile(join(folder, 'garden.txt'), council['garden.txt'] ?? '')
    expect(text(await finished(discord, discord.press(refused, 'Remove', owner)))).toContain('**removed** garden.txt')
  })

  test('say which article they do not know', async ({ lab }) => {
    const { discord } = await lab.registered()
    expect(text(await discord.slash('articles-remove', { article: 'zzz' }, owner).answered())).toContain(
      'There is no article "zzz"',
    )
    expect(text(await finished(discord, discord.slash('articles-restore', { article: 'zzz' }, owner)))).toBe(
      'No removed article is called "zzz". None is removed.',
    )
  })
})

describe('what is changed on the console', () => {
  test('is taken up by a bot that is running, and stands in the same audit log', async ({ lab }) => {
    const folder = await lab.folder(council)
    const { discord, bot } = await lab.registered({ env: { ARTICLES_DIR: folder } })
    await finished(discord, discord.slash('reindex', {}, owner))
    const env = { ARTICLES_DIR: folder, DATA_DIR: join(bot.home, 'data') }
    const { code, stdout } = await runProgram({ args: ['ask', '/articles-remove north'], env })
    expect([code, stdout]).toEqual([0, expect.stringContaining('north/harbour-times.md is not found any more')])
    await bot.says('taken up from the console')
    expect(text(await discord.slash('articles').answered())).toContain('2 articles')
    expect(await auditOf(bot.home)).toMatchObject([
      { command: 'reindex', name: 'olga' },
      { command: 'articles-remove', user: null, name: 'the console', by: 'console', options: { article: 'north' } },
    ])
    const again = await runProgram({ args: ['export', 'quotations', '--json'], env })
    expect(again.stdout).toContain('south/daily-lantern.txt')
    expect(again.stdout).not.toContain('north/harbour-times.md')
  })
})

describe('/status', () => {
  test('tells moderators what is indexed, for whom, and what was skipped', async ({ lab }) => {
    const folder = await lab.folder({ ...council, 'broken.txt': '' })
    const { discord } = await lab.registered({ env: { ARTICLES_DIR: folder } })
    await finished(discord, discord.slash('reindex', {}, owner))
    const message = await discord.slash('status', {}, owner).answered()
    expect(isPrivate(message)).toBe(true)
    expect(text(message)).toMatch(
      /\*\*generation\*\* [0-9a-f]{8}\n\*\*holds\*\* 3 articles, \d+ paragraphs, \d+ quotations, \d+ facts/,
    )
    expect(text(message)).toMatch(/\*\*last reindex\*\* \d{4}-\d\d-\d\d \d\d\\:\d\d\\:\d\d UTC, for olga/)
    expect(text(message)).toMatch(/\*\*running for\*\* \d+ s\n\*\*memory\*\* \d+ MB/)
    expect(text(message)).toMatch(/\*\*skipped\*\* broken\.txt\n-# is empty/)
    expect(text(await discord.slash('status', {}, alice).answered())).toContain('only the owner of this bot')
  })
})

describe('who may', () => {
  const env = { MODERATION_GUILD_IDS: GUILD_ID, MODERATOR_ROLE_IDS: EDITORS.id }

  test('is a member with one of the roles that are named, or with Manage Server', async ({ lab }) => {
    const { discord } = await lab.registered({ env })
    expect(title(await discord.slash('status', {}, { user: BEN, roles: [EDITORS.id] }).answered())).toBe('Status')
    expect(title(await discord.slash('status', {}, alice).answered())).toBe('Status')
    const other = await discord.slash('status', {}, { user: BEN, roles: [`${EDITORS.id}1`] }).answered()
    expect(text(other)).toBe(
      'That takes the permission "Manage Server" here, or a role that the owner of this bot has named.',
    )
  })

  test('is looked at again when a button is pressed', async ({ lab }) => {
    const folder = await lab.folder(council)
    const { discord, bot } = await lab.registered({ env: { ...env, ARTICLES_DIR: folder } })
    const question = await discord
      .slash('articles-remove', { article: 'garden' }, { user: BEN, roles: [EDITORS.id] })
      .answered()
    const before = await stateOf(join(bot.home, 'data'))
    const refused = await finished(discord, discord.press(question, 'Remove', { user: BEN }))
    expect(text(refused)).toContain('That takes the permission')
    expect(isPrivate(refused)).toBe(true)
    expect(text(await finished(discord, discord.press(question, 'Remove', alice)))).toBe(
      'Only the one who gave the command can do that.',
    )
    expect({ ...(await stateOf(join(bot.home, 'data'))), 'audit.log': '' }).toEqual({ ...before, 'audit.log': '' })
    expect(await auditOf(bot.home)).toMatchObject([{ allowed: true }, { allowed: false, by: 'button', user: BEN.id }])
    const done = await finished(discord, discord.press(question, 'Remove', { user: BEN, roles: [EDITORS.id] }))
    expect(text(done)).toContain('**removed** garden.txt')
  })

  test('is nobody where Discord does not say who owns the bot', async ({ lab }) => {
    const { discord } = await lab.registered()
    discord.faults.on('GET /oauth2/applications/@me', { kind: 'status', status: 403 }, 5)
    discord.faults.on('GET /applications/@me', { kind: 'status', status: 403 }, 5)
    expect(text(await finished(discord, discord.slash('reindex', {}, owner)))).toMatch(
      /does not say at present who owns this bot/,
    )
  })
})

const gulls = (name: number) =>
  Array.from(
    { length: 600 },
    (_, at) => `“We counted ${at * 7 + name} gulls near pier ${at % 17},” the keeper of ${name} said.`,
  )

/** Articles that take a while to read. */
const manyGulls = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`gulls-${at}.txt`, gulls(at).join('\n\n')]))

describe('a long reindex', () => {
  test('shows how far it is at most once in two seconds, and can be cancelled by the one who asked', async ({
    lab,
  }) => {
    const folder = await lab.folder(council)
    const { discord, bot } = await lab.registered({ env: { ARTICLES_DIR: folder } })
    for (const [name, content] of Object.entries(manyGulls)) await writeFile(join(folder, name), content)
    const asked = discord.slash('reindex', { full: true }, owner)
    const shown = await discord.until('a bar', () => asked.message()?.content.includes('▱') && asked.message(), 25_000)
    expect(shown.content).toMatch(/^▰*▱+ \d+ % · \w/)
    expect(labels(shown)).toEqual(['Cancel'])
    const refused = await discord.press(shown, 'Cancel', { user: BEN }).answered()
    expect(text(refused)).toContain('only the owner')
    expect(text(await discord.press(shown, 'Cancel', owner).answered())).toBe('It is being cancelled.')
    await discord.until('the end', () => asked.message()?.content.includes('cancelled'), 25_000)
    expect(asked.message()).toMatchObject({
      content: 'The reindex was cancelled. Nothing was changed.',
      components: [],
    })
    const times = asked.responses.map(({ after }) => after)
    const gaps = times.slice(1).map((after, at) => after - (times[at] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1990)
    expect(text(await discord.slash('articles').answered())).toContain('3 articles')
    expect((await auditOf(bot.home)).map(({ command, allowed }) => [command, allowed])).toEqual([
      ['cancel', false],
      ['cancel', true],
      ['reindex', true],
    ])
  })

  test('is cancelled when the bot is told to end, and the change with it', async ({ lab }) => {
    const folder = await lab.folder(council)
    const data = await lab.folder({})
    const { discord, bot } = await lab.registered({ env: { ARTICLES_DIR: folder, DATA_DIR: data } })
    await finished(discord, discord.slash('reindex', {}, owner))
    const question = await discord.slash('articles-remove', { article: 'garden' }, owner).answered()
    for (const [name, content] of Object.entries(manyGulls)) await writeFile(join(folder, name), content)
    const pressed = discord.press(question, 'Remove', owner)
    await discord.until('a bar', () => pressed.message()?.content.includes('▱'), 25_000)
    expect(await bot.stop()).toEqual({ code: 0, signal: null })
    expect(pressed.message()?.content).toBe('The reindex was cancelled. Nothing was changed.')
    expect(JSON.parse(await readFile(join(data, 'hidden.json'), 'utf8'))).toEqual({ hidden: [] })
    const audit = await readFile(join(data, 'audit.log'), 'utf8')
    expect(audit.trim().split('\n').at(-1)).toContain('"result":"The reindex was cancelled. Nothing was changed."')
  })
})

describe('an audit log that cannot be written', () => {
  test('is told to the moderator, and keeps nobody from the work', async ({ lab }) => {
    const blocked = await lab.folder({ 'data/audit.log/x': '' })
    const { discord, bot } = await lab.registered({ env: { DATA_DIR: join(blocked, 'data') } })
    const message = await finished(discord, discord.slash('reindex', {}, owner))
    expect(message.content).toMatch(/^Writing to the audit log .* failed \(EISDIR\)/)
    expect(text(message)).toContain('same as before')
    expect(bot.stderr()).toContain('the audit log cannot be written')
  })
})

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { council } from '../../../testkit/articles/articles.ts'
import { type Lab, type Online, test } from '../../../testkit/discord/bot/lab.ts'
import { alice, auditOf, idOf, labels, owner, text, title } from '../../../testkit/discord/bot/moderated.ts'
import type { OpenedForm } from '../../../testkit/discord/interactions/exchange.ts'
import { finished } from '../../../testkit/discord/interactions/finished.ts'
import type { AttachedFile } from '../../../testkit/discord/interactions/interactions.ts'
import { isPrivate, type Message } from '../../../testkit/discord/messages/messages.ts'

const elephants = 'The zoo bought 3 elephants in June, its keeper said.\n\nThey came by ship from Norvale.\n'
const penguins = 'The zoo counted 41 penguins on Monday, its keeper said.\n'
const plain = (message: Message): string => text(message).replaceAll('\\', '')

async function online(lab: Lab): Promise<Online> {
  return lab.registered({ env: { ARTICLES_DIR: await lab.folder(council), RATE_LIMIT: '0' } })
}

/** What the fields of a form show, by name. */
const shownIn = ({ components }: OpenedForm): Readonly<Record<string, unknown>> =>
  Object.fromEntries(components.map(({ component }) => [component.custom_id, component['value']]))

interface Filled {
  readonly entered?: Readonly<Record<string, string>>
  readonly files?: readonly AttachedFile[]
}

/** Opens the form, fills it in, and waits for what the bot says. */
async function submitted({ discord }: Online, { entered = {}, files = [] }: Filled): Promise<Message> {
  const form = await discord.slash('articles-add', {}, owner).opened()
  return finished(discord, discord.submit(form, entered, files, owner))
}

/** Presses a button that opens a form, fills it in, and waits for the message as it is then. */
async function edited(
  { discord }: Online,
  message: Message,
  button: string,
  entered: Readonly<Record<string, string>>,
): Promise<Message> {
  const form = await discord.press(message, button, owner).opened()
  return finished(discord, discord.submit(form, entered, [], owner))
}

describe('/articles-add without a file', () => {
  test('opens a form for files and what is known of them', async ({ lab }) => {
    const { discord } = await online(lab)
    const form = await discord.slash('articles-add', { title: 'Elephants', date: '2024-06-03' }, owner).opened()
    expect(form.title).toBe('Add articles')
    expect(form.components.map(({ component: { custom_id } }) => custom_id)).toEqual([
      'files',
      'title',
      'date',
      'outlet',
      'url',
    ])
    expect(form.components[0]?.component).toMatchObject({ type: 19, min_values: 1, max_values: 10 })
    expect(shownIn(form)).toMatchObject({ title: 'Elephants', date: '2024-06-03', outlet: undefined })
  })

  test('opens no form for others', async ({ lab }) => {
    const { discord, bot } = await online(lab)
    const refused = await discord.slash('articles-add', {}, alice).answered()
    expect(text(refused)).toMatch(/only the owner of this bot/)
    expect(isPrivate(refused)).toBe(true)
    const form = await discord.slash('articles-add', {}, owner).opened()
    const forged = await discord.submit(form, {}, [discord.attach('zoo.txt', elephants)], alice).answered()
    expect(text(forged)).toMatch(/only the owner of this bot/)
    expect(await auditOf(join(bot.home, 'data'))).toMatchObject([
      { command: 'articles-add', by: 'command', allowed: false },
      { command: 'articles-add', by: 'form', allowed: false, options: { files: 'zoo.txt' } },
    ])
  })

  test('adds one file as the command with a file does', async ({ lab }) => {
    const running = await online(lab)
    const { discord, bot } = running
    const entered = { title: 'Elephants: "three"', date: '2024-06-03', outlet: ' ', url: '' }
    const question = await submitted(running, { entered, files: [discord.attach('zoo.txt', elephants)] })
    expect(isPrivate(question)).toBe(true)
    expect(title(question)).toBe('Add this article?')
    expect(text(question)).toContain('Not stated: outlet, author, url.')
    expect(labels(question)).toEqual(['Add', 'Edit', 'Cancel'])
    const added = await finished(discord, discord.press(question, 'Add', owner))
    expect(title(added)).toBe('Article added')
    expect(await readFile(join(bot.home, 'data/articles/zoo.txt'), 'utf8')).toMatch(
      /^---\ntitle: .*\ndate: 2024-06-03\n---\n/,
    )
    expect((await auditOf(join(bot.home, 'data')))[0]).toMatchObject({
      command: 'articles-add',
      by: 'form',
      options: { files: 'zoo.txt', title: 'Elephants: "three"', date: '2024-06-03' },
    })
  })

  test('adds ten files with one reindex, and undoes that', async ({ lab }) => {
    const running = await online(lab)
    const { discord, bot } = running
    const files = Array.from({ length: 10 }, (_, at) =>
      discord.attach('zoo.txt', `The zoo counted ${at + 20} penguins in house number ${at}, its keeper said.\n`),
    )
    const question = await submitted(running, { entered: { date: '2024-06-03' }, files })
    expect(title(question)).toBe('Add these 10 articles?')
    expect(plain(question)).toMatch(/\*\*10 zoo-10\.txt\*\* .*\n.*2024-06-03 · 1 paragraph/)
    expect(labels(question)).toEqual(['Add all', 'Cancel', ...files.map((_, at) => `Edit ${at + 1}`)])
    const added = await finished(discord, discord.press(question, 'Add all', owner))
    expect(title(added)).toBe('Articles added')
    expect(await readdir(join(bot.home, 'data/articles'))).toHaveLength(10)
    expect(bot.log().split('"reindexed').length).toBeLessThanOrEqual(2)
    const undone = await finished(discord, discord.press(added, 'Undo', owner))
    expect(title(undone)).toBe('Articles removed')
    expect(await readdir(join(bot.home, 'data/articles'))).toEqual([])
  })

  test('says of each file that cannot be added why, and offers the others', async ({ lab }) => {
    const running = await online(lab)
    const { discord } = running
    const files = [
      discord.attach('zoo.txt', elephants),
      discord.attach('zoo.pdf', elephants),
      discord.attach('big.txt', 'a'.repeat(1_100_000)),
      discord.attach('copy.txt', elephants),
      discord.attach('birds.txt', penguins),
      discord.attach('evil.txt', penguins, { url: 'https://evil.example/zoo.txt' }),
    ]
    const question = await submitted(running, { files })
    expect(title(question)).toBe('Add these 2 articles?')
    for (const sentence of [
      /zoo\.pdf is not a format that can be added/,
      /big\.txt is over 1 MiB/,
      /copy\.txt is a copy of zoo\.txt and was left out\./,
      /evil\.txt is not at Discord's address/,
    ])
      expect(plain(question)).toMatch(sentence)
    const nothing = await submitted(running, { files: files.slice(1, 3) })
    expect(plain(nothing)).toMatch(/^zoo\.pdf is .*\. big\.txt is over 1 MiB.*\. Nothing was changed\.$/)
    expect(nothing.components).toEqual([])
  })

  test.for([
    ['date', 'yesterday', '"date" must be a date as YYYY-MM-DD.'],
    ['date', '2024-02-31', '"date" must be a date as YYYY-MM-DD.'],
    ['url', 'javascript:alert(1)', '"url" must be an http:// or https:// address.'],
    ['url', 'data:text/html,x', '"url" must be an http:// or https:// address.'],
  ] as const)(
    'says what is wrong with the %s %j, and keeps the file and the rest',
    async ([field, value, says], { lab }) => {
      const running = await online(lab)
      const entered = { title: 'Elephants', [field]: value }
      const question = await submitted(running, { entered, files: [running.discord.attach('zoo.txt', elephants)] })
      expect(title(question)).toBe('Add this article?')
      expect(plain(question)).toContain(says)
      expect(plain(question)).toContain('**title** Elephants')
      expect(plain(question)).not.toContain(`**${field}**`)
    },
  )

  test('uses no title and no address for several files, and says so', async ({ lab }) => {
    const running = await online(lab)
    const files = [running.discord.attach('zoo.txt', elephants), running.discord.attach('birds.txt', penguins)]
    const question = await submitted(running, {
      entered: { title: 'Zoo', url: 'https://zoo.example/', outlet: 'Zoo Times' },
      files,
    })
    expect(plain(question)).toContain('"title" belongs to one article and was not used: press Edit.')
    expect(plain(question)).toContain('"url" belongs to one article and was not used: press Edit.')
    expect(plain(question).match(/Zoo Times/g)).toHaveLength(2)
  })

  test.for([0, 11])('refuses a form with %i files', async (count, { lab }) => {
    const running = await online(lab)
    const files = Array.from({ length: count }, (_, at) => running.discord.attach(`${at}.txt`, `${elephants}${at}`))
    const refused = await submitted(running, { files })
    expect(text(refused)).toMatch(/^(?:Attach at least one file|You attached 11 files: add at most 10 at once)\. Noth/)
  })
})

describe('"Edit" in the preview of an addition', () => {
  const story = '---\ntitle: Elephants\ndate: 2024-06-03\n---\n\nThe zoo bought 3 elephants in June.\n'

  test('opens a form with what was read, and only what is changed there is stated', async ({ lab }) => {
    const running = await online(lab)
    const { discord, bot } = running
    const file = discord.attach('zoo.md', story)
    const question = await finished(discord, discord.slash('articles-add', { file, outlet: 'Zoo Times' }, owner))
    const form = await discord.press(question, 'Edit', owner).opened()
    expect(form.title).toBe('Edit zoo.md')
    expect(shownIn(form)).toEqual({ title: 'Elephants', date: '2024-06-03', outlet: 'Zoo Times', url: undefined })
    const again = await finished(discord, discord.submit(form, { url: 'https://zoo.example/3', outlet: '' }, [], owner))
    expect(again.id).toBe(question.id)
    expect(title(again)).toBe('Add this article?')
    expect(plain(again)).toContain('**url** https://zoo.example/3')
    expect(plain(again)).not.toContain('Zoo Times')
    await finished(discord, discord.press(again, 'Add', owner))
    expect(await readFile(join(bot.home, 'data/articles/zoo.md'), 'utf8')).toBe(
      story.replace('\n---\n\n', '\nurl: https://zoo.example/3\n---\n\n'),
    )
  })

  test('changes no byte of a file if nothing is changed in the form', async ({ lab }) => {
    const running = await online(lab)
    const { discord, bot } = running
    const question = await submitted(running, { files: [discord.attach('zoo.txt', elephants)] })
    await finished(discord, discord.press(await edited(running, question, 'Edit', {}), 'Add', owner))
    expect(await readFile(join(bot.home, 'data/articles/zoo.txt'), 'utf8')).toBe(elephants)
  })

  test('says what is wrong with a value, and that a value stays that the file states', async ({ lab }) => {
    const running = await online(lab)
    const question = await submitted(running, { files: [running.discord.attach('zoo.md', story)] })
    const wrong = await edited(running, question, 'Edit', { date: '3 June', url: 'javascript:alert(1)', title: '' })
    expect(plain(wrong)).toContain('"date" must be a date as YYYY-MM-DD.')
    expect(plain(wrong)).toContain('"url" must be an http:// or https:// address.')
    expect(plain(wrong)).toContain('"title" stays as the file states it.')
    expect(plain(wrong)).toContain('**date** 2024-06-03')
  })

  test('edits one of several files', async ({ lab }) => {
    const running = await online(lab)
    const { discord, bot } = running
    const files = [discord.attach('zoo.txt', elephants), discord.attach('birds.txt', penguins)]
    const question = await submitted(running, { files })
    const again = await edited(running, question, 'Edit 2', { title: 'Penguins', date: '2024-06-04' })
    expect(title(again)).toBe('Add these 2 articles?')
    expect(plain(again)).toMatch(/\*\*2 birds\.txt\*\* Penguins\n.*2024-06-04/)
    await finished(discord, discord.press(again, 'Add all', owner))
    expect(await readFile(join(bot.home, 'data/articles/birds.txt'), 'utf8')).toContain('title: Penguins')
    expect(await readFile(join(bot.home, 'data/articles/zoo.txt'), 'utf8')).toBe(elephants)
  })

  test('shows no value that is too long for its field, and keeps it', async ({ lab }) => {
    const running = await online(lab)
    const { discord, bot } = running
    const long = story.replace('title: Elephants', `title: ${'Elephants '.repeat(40).trim()}`)
    const question = await submitted(running, { files: [discord.attach('zoo.md', long)] })
    const form = await discord.press(question, 'Edit', owner).opened()
    expect(shownIn(form)['title']).toBeUndefined()
    const again = await finished(discord, discord.submit(form, {}, [], owner))
    await finished(discord, discord.press(again, 'Add', owner))
    expect(await readFile(join(bot.home, 'data/articles/zoo.md'), 'utf8')).toBe(long)
  })

  test('works once, for the moderator who gave the command, and not after the addition', async ({ lab }) => {
    const running = await online(lab)
    const { discord } = running
    const question = await submitted(running, { files: [discord.attach('zoo.txt', elephants)] })
    const form = await discord.press(question, 'Edit', owner).opened()
    expect(text(await discord.submit(form, {}, [], alice).answered())).toMatch(/only the owner of this bot/)
    const pressed = await discord.pressCustomId(question, idOf(question, 'Edit'), alice).answered()
    expect(text(pressed)).toMatch(/only the owner of this bot/)
    await finished(discord, discord.press(question, 'Add', owner))
    const late = await discord.submit(form, {}, [], owner).answered()
    expect(text(late)).toBe('What this form edits was already added or has expired. Run the command again.')
    expect(isPrivate(late)).toBe(true)
  })

  test.for([
    '',
    'form:add:x',
    'form:edit',
    `form:edit:${'0'.repeat(32)}:99`,
    `form:edit:${'0'.repeat(32)}:0`,
    'x'.repeat(100),
    '__proto__',
  ])('of a forged form %j changes nothing and is answered with a sentence', async (id, { lab }) => {
    const { discord } = await online(lab)
    const form = await discord.slash('articles-add', {}, owner).opened()
    const answer = await discord.submit({ ...form, custom_id: id }, {}, [], owner).answered()
    expect(answer.content).toMatch(/^(?:This form no longer works|What this form edits was already added).*\.$/)
    expect(isPrivate(answer)).toBe(true)
  })
})

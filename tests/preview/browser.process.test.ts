import { rm } from 'node:fs/promises'
import axe from 'axe-core'
import type { Browser, Locator } from 'playwright-core'
import { describe, expect } from 'vitest'
import * as z from 'zod'
import { buildPage } from '../../preview/build/page.ts'
import { type PageFiles, readPageFiles } from '../../preview/server/page-files.ts'
import { openSite, type Preview, startPreview } from '../../preview/server/preview.ts'
import { createLog } from '../../src/log/log.ts'
import { makeFolder, seeds } from '../../testkit/articles/articles.ts'
import { findChromium, noChromium, startChromium } from '../../testkit/browser/chromium.ts'
import { openVisitor, type Visitor, type VisitorOptions } from '../../testkit/browser/visitor.ts'
import { test as base, nobody } from '../../testkit/discord/bot/lab.ts'
import { maxAttachmentBytes } from '../../testkit/discord/server/world.ts'
import { codeSpans, readRepositoryFile, section, tableRows } from '../../testkit/repository/markdown.ts'

const executable = findChromium()
const desktop: VisitorOptions = { width: 1100 }
const phone: VisitorOptions = { width: 420 }
/** Discord's patience, for machines that are slow. */
const times = { ahead: 600_000, callbackDeadline: 600_000 } as const

interface Shared {
  readonly files: PageFiles
  readonly browser: Browser
  /** The real bot on the program's own articles. */
  readonly preview: Preview
}

interface Own {
  /** Opens a page, which must break no rule until the test ends. */
  open(address: string, options?: VisitorOptions): Promise<Visitor>
}

const test = base
  .extend<{ readonly $file: Shared }>({
    files: [
      // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which other fixtures this one needs
      async ({}, use) => {
        const folder = await makeFolder({})
        await buildPage(folder)
        await use(await readPageFiles(folder))
        await rm(folder, { recursive: true })
      },
      { scope: 'file' },
    ],
    browser: [
      // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which other fixtures this one needs
      async ({}, use) => {
        const browser = await startChromium(executable ?? '')
        await use(browser)
        await browser.close()
      },
      { scope: 'file' },
    ],
    preview: [
      async ({ files }, use) => {
        let written = ''
        const destination = {
          write: (line: string) => {
            written += line
          },
        }
        const log = createLog({ level: 'warn', forPeople: false, destination })
        const own = { articlesDir: seeds, version: 'test', rateLimit: 0, host: '127.0.0.1', port: 0 } as const
        const preview = await startPreview({ ...own, files, times, log })
        await preview.online
        await use(preview)
        expect(preview.discord.violations).toEqual([])
        await preview.stop()
        expect(written).toBe('')
      },
      { scope: 'file' },
    ],
  })
  .extend<Own>({
    open: async ({ browser }, use) => {
      const visitors: Visitor[] = []
      await use(async (address, options = desktop) => {
        const visitor = await openVisitor(browser, address, options)
        visitors.push(visitor)
        return visitor
      })
      for (const visitor of visitors) await visitor.close()
      expect(visitors.flatMap(({ faults }) => faults)).toEqual([])
    },
  })

const quotes = (message: Locator): Promise<readonly string[]> => message.locator('blockquote').allInnerTexts()
/** What a message says, in one line. */
const textOf = async (message: Locator): Promise<string> => (await message.innerText()).replace(/\s+/g, ' ')
const button = (message: Locator, name: string): Locator => message.getByRole('button', { name, exact: true })
const privateNote = 'Only you can see this'

/** What the README's console shows after a prompt: the line that is typed, and what is cited from articles. */
function consoleExamples(readme: string): readonly { readonly typed: string; readonly cited: readonly string[] }[] {
  const [, ...examples] = section(readme, 'Quick start').split('\n› ')
  return examples.map((example) => {
    const [typed = '', ...lines] = example.split('\n')
    const nearest = lines.indexOf('The nearest I found:')
    const items = lines.flatMap((line) => line.match(/^\d+\. (.+)$/)?.[1] ?? [])
    return { typed, cited: nearest < 0 ? items : [lines[nearest + 1]?.trim() ?? ''] }
  })
}

/** Does what a line of the console does: a command with its options, or a mention of the bot with the question. */
function type(visitor: Visitor, { discord }: Preview, line: string): Promise<Locator> {
  const [, name, rest = ''] = line.match(/^\/(\S+)(?: (.*))?$/) ?? []
  if (name === undefined) return visitor.say(`@verbatim ${line}`)
  const first = discord.commands.find(name, 1)?.options?.[0]?.name ?? ''
  const named = [...rest.matchAll(/(\w+):(\S+)/g)].map(([, option = '', value = '']) => [option, value] as const)
  const words = rest.replace(/\w+:\S+/g, '').trim()
  return visitor.run(name, { ...(words !== '' && { [first]: words }), ...Object.fromEntries(named) })
}

/** What axe finds in a page that is serious. */
async function seriousFindings({ page }: Visitor): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const findings = z
    .array(z.object({ id: z.string(), impact: z.string().nullish(), nodes: z.array(z.object({ html: z.string() })) }))
    .parse(await page.evaluate('axe.run(document).then(({ violations }) => violations)'))
  return findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

if (executable === null) test('the preview in a browser', ({ skip }) => skip(noChromium))

describe.skipIf(executable === null)('the preview in a browser', () => {
  test('answers every example of the README with the same sentences as the console', async ({ preview, open }) => {
    const examples = consoleExamples(await readRepositoryFile('README.md'))
    expect(examples.length).toBeGreaterThan(2)
    const visitor = await open(preview.address)
    for (const { typed, cited } of examples) {
      const answer = await type(visitor, preview, typed)
      const nearest = button(answer, 'Show the nearest sentence')
      const shown = (await nearest.count()) === 0 ? answer : await visitor.answer(() => nearest.click())
      expect(await quotes(shown)).toEqual(cited)
    }
  })

  test('answers the examples in the sentences of the README', async ({ preview, open }) => {
    const text = await readRepositoryFile('README.md')
    const lines = codeSpans({ path: 'README.md', text }).filter((code) => /^\/[\w-]+ .*\w+:\S/.test(code))
    expect(lines).not.toEqual([])
    const visitor = await open(preview.address)
    for (const line of lines) expect(await quotes(await type(visitor, preview, line))).not.toEqual([])
  })

  test('offers the commands of the README, and those of moderators only with the right', async ({ preview, open }) => {
    const rows = tableRows(section(await readRepositoryFile('README.md'), 'Commands'))
    const names = rows.flatMap(([cell = '']) => cell.match(/^`\/([\w-]+)/)?.[1] ?? [])
    expect(names.length).toBeGreaterThan(10)
    const { page, field } = await open(preview.address)
    const offered = async (): Promise<readonly string[]> => {
      await field.fill('/')
      const choices = await page.getByRole('listbox', { name: 'Commands' }).getByRole('option').allInnerTexts()
      await field.fill('')
      return choices.map((choice) => choice.match(/^\/(\S+)/)?.[1] ?? '')
    }
    const everyones = await offered()
    await page.getByRole('switch', { name: 'Moderator' }).check()
    expect((await offered()).toSorted()).toEqual(names.toSorted())
    expect(names.filter((name) => !everyones.includes(name))).toEqual(
      expect.arrayContaining(['reindex', 'status', 'articles-add']),
    )
  })

  test('completes an option by keyboard alone', async ({ preview, open }) => {
    const visitor = await open(preview.address)
    const { page, field } = visitor
    await field.press('/')
    for (const key of 'quo') await field.press(key)
    await page.getByRole('option', { name: '/quotes' }).waitFor()
    await field.press('Enter')
    const speaker = page.getByRole('combobox', { name: 'speaker' })
    await speaker.pressSequentially('zel')
    const completions = page.getByRole('listbox', { name: 'Completions of speaker' })
    await completions
      .getByRole('option')
      .first()
      .filter({ hasText: /zelensky/i })
      .waitFor()
    await speaker.press('ArrowDown')
    const marked = await page.locator('[role=option][aria-selected=true]').innerText()
    expect(marked).toMatch(/zelensky/i)
    await speaker.press('Enter')
    expect(await speaker.inputValue()).toBe(marked)
    const answer = await visitor.answer(() => speaker.press('Enter'))
    expect(await textOf(answer)).toContain('alice used /quotes')
    expect(await quotes(answer)).not.toEqual([])
    expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA')
  })

  test('says which option is missing', async ({ preview, open }) => {
    const { page, openCommand } = await open(preview.address)
    await openCommand('who-said')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('alert').filter({ hasText: '/who-said needs "words"' }).waitFor()
    expect(await page.evaluate('document.activeElement.id')).toBe('option-words')
  })

  test('turns the pages of an answer, and shows context to its reader alone', async ({ preview, open }) => {
    const visitor = await open(preview.address)
    const facts = await visitor.run('facts')
    const first = await quotes(facts)
    await button(facts, 'Next').click()
    await facts.getByText(/^page 2 of/).waitFor()
    expect(await quotes(facts)).not.toEqual(first)
    await button(facts, 'Previous').click()
    await facts.getByText(/^page 1 of/).waitFor()
    expect(await quotes(facts)).toEqual(first)
    const context = await visitor.choose(facts, 'Context 1')
    expect(await textOf(context)).toContain(privateNote)
    expect((await quotes(context)).join('\n')).toContain(first[0])
    await button(context, 'Dismiss message').click()
    await context.waitFor({ state: 'detached' })
    expect(await facts.count()).toBe(1)
  })

  test('marks a private answer, and shows it to everyone on request', async ({ preview, open }) => {
    const visitor = await open(preview.address)
    const answer = await visitor.run('facts', { topic: 'drones', private: 'True' })
    expect(await textOf(answer)).toContain(privateNote)
    const shown = await visitor.answer(() => button(answer, 'Show to everyone').click())
    expect(await textOf(shown)).not.toContain(privateNote)
    expect(await quotes(shown)).toEqual(await quotes(answer))
    expect(await button(answer, 'Shown to everyone').isDisabled()).toBe(true)
  })

  test('looks a message up from its menu, opened by keyboard', async ({ preview, open }) => {
    const visitor = await open(preview.address)
    const { page, field } = visitor
    const words = 'We have to stop making Putin too powerful.'
    await field.fill(words)
    await field.press('Enter')
    const message = page.locator('article').filter({ hasText: words }).last()
    const opener = message.getByRole('button', { name: 'Message actions' })
    await opener.press('Enter')
    await page.getByRole('menuitem', { name: 'Reply' }).press('ArrowDown')
    const item = page.getByRole('menuitem', { name: 'Find in articles' })
    expect(await page.evaluate('document.activeElement.innerText')).toContain('Find in articles')
    const answer = await visitor.answer(() => item.press('Enter'))
    expect(await textOf(answer)).toContain('alice used Find in articles')
    expect((await quotes(answer)).join()).toContain('stop making Putin too powerful')
  })

  test('answers in a direct message without a mention, and understands a reply', async ({ preview, open }) => {
    const visitor = await open(preview.address)
    const { page } = visitor
    await page.getByRole('button', { name: '@ verbatim' }).click()
    await visitor.field.and(page.getByRole('combobox', { name: 'Message @verbatim' })).waitFor()
    const said = await visitor.say('Who said that we have to stop making Putin too powerful?')
    expect((await quotes(said)).join()).toContain('stop making Putin too powerful')
    await said.hover()
    await said.getByRole('button', { name: 'Message actions' }).click()
    await page.getByRole('menuitem', { name: 'Reply' }).click()
    await page.getByText('Replying to verbatim').waitFor()
    const followUp = await visitor.say('and what did he say about Russia?')
    expect(await textOf(followUp)).toContain('and what did he say about Russia?')
    expect(await quotes(followUp)).not.toEqual([])
    await page.getByRole('button', { name: '# general' }).click()
    await followUp.waitFor({ state: 'detached' })
  })

  test('adds an uploaded file after a moderator has confirmed it', async ({ files, lab, open }) => {
    const articlesDir = await lab.folder({ 'garden.txt': 'The botanical garden opened a new palm house in May.\n' })
    const log = createLog({ level: 'silent', forPeople: false })
    const own = { articlesDir, version: 'test', rateLimit: 0, host: '127.0.0.1', port: 0 } as const
    const preview = await startPreview({ ...own, files, times, log })
    try {
      await preview.online
      const visitor = await open(preview.address)
      const { page } = visitor
      await page.getByRole('switch', { name: 'Moderator' }).check()
      const option = await visitor.openCommand('articles-add')
      const large = { name: 'large.txt', mimeType: 'text/plain', buffer: Buffer.alloc(maxAttachmentBytes + 1, 'a') }
      await option('file').setInputFiles(large)
      await page.getByRole('alert').filter({ hasText: 'large.txt is over 10 MiB' }).waitFor()
      const story = {
        name: 'zoo.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('The zoo bought 3 elephants in June.\n'),
      }
      await option('file').setInputFiles(story)
      await page.locator('.file-name', { hasText: 'zoo.txt' }).waitFor()
      const question = await visitor.answer(() => page.getByRole('button', { name: 'Send' }).click())
      expect(await textOf(question)).toContain(privateNote)
      await button(question, 'Add').click()
      await question.getByText('zoo.txt was added to the articles.').waitFor()
      expect(await quotes(await visitor.run('ask', { question: 'How many elephants did the zoo buy?' }))).toEqual([
        'The zoo bought 3 elephants in June.',
      ])
    } finally {
      await preview.stop()
    }
  })

  test('adds files by a form, and edits what was read in another', async ({ files, lab, open }) => {
    const articlesDir = await lab.folder({ 'garden.txt': 'The botanical garden opened a new palm house in May.\n' })
    const log = createLog({ level: 'silent', forPeople: false })
    const own = { articlesDir, version: 'test', rateLimit: 0, host: '127.0.0.1', port: 0 } as const
    const preview = await startPreview({ ...own, files, times, log })
    try {
      await preview.online
      const visitor = await open(preview.address)
      const { page } = visitor
      await page.getByRole('switch', { name: 'Moderator' }).check()
      await visitor.openCommand('articles-add')
      await page.getByRole('button', { name: 'Send' }).click()
      const form = page.getByRole('dialog', { name: 'Add articles' })
      const stories = ['elephants', 'penguins'].map((kind, at) => ({
        name: `${kind}.txt`,
        mimeType: 'text/plain',
        buffer: Buffer.from(`The zoo bought ${at + 3} ${kind} in June.\n`),
      }))
      await form.getByLabel('Files').setInputFiles(stories)
      await form.getByLabel('Date').fill('2024-06-03')
      expect(await seriousFindings(visitor)).toEqual([])
      const question = await visitor.answer(() => form.getByRole('button', { name: 'Submit' }).click())
      await question.getByText('Add these 2 articles?').waitFor()
      await button(question, 'Edit 2').click()
      const edit = page.getByRole('dialog', { name: 'Edit penguins.txt' })
      expect(await edit.getByLabel('Date').inputValue()).toBe('2024-06-03')
      await edit.getByLabel('Title').fill('Four penguins')
      await edit.getByRole('button', { name: 'Submit' }).click()
      await question.getByText('Four penguins').waitFor()
      expect(await page.getByRole('dialog').count()).toBe(0)
    } finally {
      await preview.stop()
    }
  })

  test('follows the edit and the deletion of a question', async ({ preview, open }) => {
    const visitor = await open(preview.address)
    const { page } = visitor
    const answer = await visitor.say('@verbatim How many drones did Russia launch?')
    const question = page.locator('article:not(:has(.app))').last()
    const choose = async (entry: string): Promise<void> => {
      await question.getByRole('button', { name: 'Message actions' }).click()
      await page.getByRole('menuitem', { name: entry }).click()
    }
    await choose('Edit message')
    const form = page.getByRole('dialog', { name: 'Edit message' })
    const field = form.getByLabel('Message')
    await field.fill(`${(await field.inputValue()).split(' ')[0]} What did Rutte warn about Russian aggression?`)
    await form.getByRole('button', { name: 'Submit' }).click()
    await answer.getByText('What did Rutte warn about Russian aggression?').first().waitFor()
    await choose('Delete message')
    await answer.waitFor({ state: 'detached' })
  })

  test('sends what is selected in a menu, and says when Discord refuses a message', async ({ files, lab, open }) => {
    const discord = await lab.discord({ violations: 'expected' })
    await lab.online(discord, async (interaction) => {
      if (interaction.isStringSelectMenu()) {
        await interaction.update({ content: `chosen: ${interaction.values.join()}`, allowedMentions: nobody })
      } else if (interaction.isMessageContextMenuCommand()) {
        const options = ['north', 'south'].map((value) => ({ label: value.toUpperCase(), value }))
        await interaction.reply({
          content: 'choose',
          components: [{ type: 1, components: [{ type: 3, customId: 'side', placeholder: 'Which side?', options }] }],
          allowedMentions: nobody,
        })
        await interaction.followUp({ content: 'a'.repeat(2001), allowedMentions: nobody }).catch(() => undefined)
      }
    })
    discord.say('hello')
    const exchange = discord.messageMenu('any', discord.messages()[0] ?? expect.unreachable())
    await exchange.answered()
    const onFault = (error: unknown) => expect.unreachable(String(error))
    const own = { host: '127.0.0.1', port: 0, answerWithinMs: times.callbackDeadline } as const
    const site = await openSite({ discord, files, ...own, onFault })
    try {
      const { page } = await open(site.address)
      await page.getByRole('combobox', { name: 'Which side?' }).selectOption('SOUTH')
      await page.getByText('chosen: south').waitFor()
      await page.getByRole('alert').filter({ hasText: 'Discord would refuse what the bot sent' }).waitFor()
    } finally {
      await site.stop()
    }
  })

  test.for([desktop, phone])(
    'has no serious finding of axe, and nothing wider than the window, at $width pixels',
    async (options, { preview, open }) => {
      const visitor = await open(preview.address, options)
      const { page, field } = visitor
      await page.getByRole('switch', { name: 'Moderator' }).check()
      await visitor.run('help')
      await visitor.run('facts', { private: 'True' })
      const widths = async () =>
        z
          .object({ window: z.number(), widest: z.number() })
          .parse(
            await page.evaluate(
              `({ window: innerWidth, widest: Math.max(...[...document.querySelectorAll('preview-app, .messages, .message, .embed, .row, .button')].map((one) => one.getBoundingClientRect().right), document.documentElement.scrollWidth) })`,
            ),
          )
      const { window, widest } = await widths()
      expect(widest).toBeLessThanOrEqual(window)
      expect(await seriousFindings(visitor)).toEqual([])
      await field.fill('/')
      await page.getByRole('listbox').waitFor()
      expect(await seriousFindings(visitor)).toEqual([])
      const option = await visitor.openCommand('articles-add')
      await option('title').fill('a')
      expect(await seriousFindings(visitor)).toEqual([])
      expect((await widths()).widest).toBeLessThanOrEqual(window)
      await page.getByRole('button', { name: 'Cancel the command' }).click()
      const last = page.locator('article').last()
      await last.getByRole('button', { name: 'Message actions' }).press('Enter')
      await page.getByRole('menu').waitFor()
      expect(await seriousFindings(visitor)).toEqual([])
    },
  )

  test('tells a reader who opens it without the token where to find it', async ({ preview, browser }) => {
    const page = await browser.newPage()
    await page.goto(preview.address.split('#')[0] ?? '')
    await page.getByRole('alert').filter({ hasText: 'npm run preview' }).waitFor()
    expect(await page.getByRole('combobox').count()).toBe(0)
    await page.close()
  })

  test('keeps the token out of the address, and finds everything again when it is loaded anew', async ({
    preview,
    open,
  }) => {
    const visitor = await open(preview.address)
    expect(visitor.page.url()).not.toContain('token')
    const answer = await visitor.run('articles')
    const id = await answer.getAttribute('data-message')
    await visitor.page.reload()
    await visitor.page.locator(`article[data-message="${id}"]`).waitFor()
  })
})

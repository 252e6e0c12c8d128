import type { Browser, Locator, Page } from 'playwright-core'

/** Somebody who uses the preview's page as a reader does: by what is written on it, and by the keyboard. */
export interface Visitor {
  readonly page: Page
  /** What the page must not do, as sentences: requests to elsewhere, and everything that the browser complains about. */
  readonly faults: readonly string[]
  /** The field for messages. */
  readonly field: Locator
  /** Does something that the bot answers with a new message, and returns that message when it is complete. */
  answer(act: () => Promise<unknown>): Promise<Locator>
  /** Opens the form of a command, and returns its fields by the names of the options. */
  openCommand(name: string): Promise<(option: string) => Locator>
  /** Runs a command with texts for its options, and returns the answer. */
  run(name: string, options?: Readonly<Record<string, string>>): Promise<Locator>
  /** Chooses the entry of the menu below a message whose label starts so, and returns the answer. */
  choose(message: Locator, label: string): Promise<Locator>
  /** Writes a message, and returns the answer. */
  say(text: string): Promise<Locator>
  close(): Promise<void>
}

export interface VisitorOptions {
  /** The width of the window in pixels. */
  readonly width: number
  readonly height?: number
}

/** How long something may take that a busy machine is slow with. Milliseconds. */
const patienceMs = 180_000
const closedList = '[aria-expanded=false]'

/** Opens the page of a preview in a new window, with nothing of other windows in it. */
export async function openVisitor(browser: Browser, address: string, options: VisitorOptions): Promise<Visitor> {
  const { width, height = 900 } = options
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB', timezoneId: 'UTC' })
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  const faults: string[] = []
  const { origin } = new URL(address)
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`)) faults.push(`a request to ${url}`)
  })
  page.on('pageerror', ({ message }) => faults.push(`an error: ${message}`))
  page.on('console', (message) => {
    const isRefusal = message.text().startsWith('Failed to load resource')
    if (['error', 'warning'].includes(message.type()) && !isRefusal) faults.push(`on the console: ${message.text()}`)
  })
  await page.goto(address)
  const field = page.getByRole('combobox', { name: /^Message / })
  await field.waitFor()

  const botMessages = page.locator('article:has(.app)')
  const visitor: Visitor = {
    page,
    faults,
    field,
    answer: async (act) => {
      const before = await botMessages.count()
      await act()
      const message = botMessages.nth(before)
      await message.waitFor()
      await message.locator('.thinking').waitFor({ state: 'detached' })
      const id = await message.getAttribute('data-message')
      return page.locator(`article[data-message="${id}"]`)
    },
    openCommand: async (name) => {
      const form = page.getByRole('form', { name: `Command /${name}` })
      await field.fill(`/${name} `)
      await form.waitFor()
      return (option) => form.locator(`#option-${option}`)
    },
    run: async (name, given = {}) => {
      const option = await visitor.openCommand(name)
      for (const [label, text] of Object.entries(given)) {
        const target = option(label)
        if (text === 'True') await target.selectOption(text)
        else await target.fill(text)
      }
      return visitor.answer(() => page.getByRole('button', { name: 'Send' }).click())
    },
    choose: (message, label) =>
      visitor.answer(async () => {
        const menu = message.locator('select.menu')
        const entry = menu.locator('option:not([value=""])').filter({ hasText: new RegExp(`^${label}`) })
        await menu.selectOption((await entry.getAttribute('value')) ?? '')
      }),
    say: (text) =>
      visitor.answer(async () => {
        await field.fill(text)
        await page.locator(`textarea${closedList}`).waitFor()
        await field.press('Enter')
      }),
    close: () => context.close(),
  }
  return visitor
}

import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import * as z from 'zod'
import { createLog } from '../../src/log/log.ts'
import { openVisitor } from '../../testkit/browser/visitor.ts'
import { root } from '../../testkit/program.ts'
import type { PageFiles } from '../server/page-files.ts'
import { startPreview } from '../server/preview.ts'
import { type Kind, kinds } from './kinds.ts'

/** The windows in which answers are shown; pixels. */
export const windows = { desktop: { width: 900, height: 1200 }, phone: { width: 420, height: 900 } } as const
export type WindowName = keyof typeof windows

const windowNames = ['desktop', 'phone'] as const

/** An answer in a window. */
export interface Shown {
  readonly kind: Kind
  readonly window: WindowName
  readonly message: Locator
  /** Pixels. */
  readonly height: number
  /** How far something reaches over the right edge of the message. Pixels. */
  readonly overflow: number
}

const box = z.object({ height: z.number(), overflow: z.number() })

async function measure(page: Page, id: string): Promise<z.infer<typeof box>> {
  return box.parse(
    await page.evaluate(`(() => {
      const message = document.querySelector('[data-message="${id}"]')
      const { height, right } = message.getBoundingClientRect()
      const rights = [...message.querySelectorAll('.body *')].map((one) => one.getBoundingClientRect().right)
      return { height: Math.round(height), overflow: Math.max(0, ...rights.map((one) => Math.ceil(one - right))) }
    })()`),
  )
}

/** Discord's patience, for machines that are slow. */
const times = { ahead: 600_000, callbackDeadline: 600_000 } as const

/** Shows every kind of answer in every window, one after the other. @throws Error if the page does what it must not. */
export async function showKinds(
  browser: Browser,
  files: PageFiles,
  onShown: (shown: Shown) => Promise<void>,
): Promise<void> {
  const preview = await startPreview({
    articlesDir: join(root, 'preview/pictures/articles'),
    version: 'pictures',
    rateLimit: 0,
    host: '127.0.0.1',
    port: 0,
    files,
    times,
    log: createLog({ level: 'warn', forPeople: false }),
  })
  try {
    await preview.online
    for (const kind of kinds) {
      const visitor = await openVisitor(browser, preview.address, windows.desktop)
      const { page } = visitor
      const message = await kind.show(visitor)
      const id = (await message.getAttribute('data-message')) ?? ''
      // A message is shown otherwise below the pointer, and when something in it has the focus.
      await page.mouse.move(0, 0)
      await page.evaluate('document.activeElement.blur()')
      for (const window of windowNames) {
        await page.setViewportSize(windows[window])
        await onShown({ kind, window, message, ...(await measure(page, id)) })
      }
      await visitor.close()
      if (visitor.faults.length > 0) throw new Error(`${kind.name}: ${visitor.faults.join('; ')}`)
    }
  } finally {
    await preview.stop()
  }
}

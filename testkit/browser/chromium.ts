import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'chrome.exe']
/** Where macOS and Windows install it, out of the path. */
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** What to tell whoever has no Chromium. */
export const noChromium = 'There is no Chromium: install it, or set CHROMIUM_PATH to one.'

/** The Chromium that CHROMIUM_PATH names, or else an installed one; null if there is none. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM_PATH']
  if (named) return named
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const candidates = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...elsewhere]
  return candidates.find((file) => existsSync(file) && runs(file)) ?? null
}

/** Whether a program can be run at all: an installation may have been interrupted. */
const runs = (file: string): boolean => spawnSync(file, ['--version'], { stdio: 'ignore' }).status === 0

/** Starts a Chromium without a window. */
export function startChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath })
}

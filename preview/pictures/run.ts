import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import UPNG from 'upng-js'
import { findChromium, noChromium, startChromium } from '../../testkit/browser/chromium.ts'
import { root } from '../../testkit/program.ts'
import { readPageFiles } from '../server/page-files.ts'
import { showKinds } from './measure.ts'
import { type Heights, heightTable, pictureOf, picturesFolder } from './table.ts'

const executable = findChromium()
if (executable === null) {
  process.stderr.write(`${noChromium}\n`)
  process.exit(1)
}

const hide = (element: { readonly style: { visibility: string } }): void => {
  element.style.visibility = 'hidden'
}

/** How long ago something was would make every picture another one, too. */
const aMinuteAgo = (elements: readonly { textContent: string | null }[]): void => {
  for (const element of elements) element.textContent = '1 minute ago'
}

/** Enough for text and its edges. A picture has a quarter of its size then. */
const colours = 16

function inFewColours(png: Buffer): Uint8Array {
  const image = UPNG.decode(new Uint8Array(png).buffer)
  return new Uint8Array(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, colours))
}

const folder = join(root, picturesFolder)
await mkdir(folder, { recursive: true })
const browser = await startChromium(executable)
const heights = new Map<string, Heights>()
try {
  await showKinds(browser, await readPageFiles(join(root, 'dist/preview/page')), async (shown) => {
    const { kind, window, message, height } = shown
    const before = heights.get(kind.name) ?? { desktop: 0, phone: 0 }
    heights.set(kind.name, { ...before, [window]: height })
    // The time of day would make every picture another one.
    await message.locator('.author time').evaluate(hide)
    await message.locator('.embed time').evaluateAll(aMinuteAgo)
    await writeFile(join(folder, pictureOf(kind, window)), inFewColours(await message.screenshot()))
  })
} finally {
  await browser.close()
}
await writeFile(join(folder, 'README.md'), heightTable(heights))
process.stdout.write(`Pictures of ${heights.size} kinds of answers are in ${picturesFolder}.\n`)

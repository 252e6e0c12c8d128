import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildPage } from '../../preview/build/page.ts'
import { kinds } from '../../preview/pictures/kinds.ts'
import { type Shown, showKinds } from '../../preview/pictures/measure.ts'
import { picturesFolder, readHeightTable } from '../../preview/pictures/table.ts'
import { readPageFiles } from '../../preview/server/page-files.ts'
import { makeFolder } from '../../testkit/articles/articles.ts'
import { findChromium, startChromium } from '../../testkit/browser/chromium.ts'
import { root } from '../../testkit/program.ts'
import { readRepositoryFile } from '../../testkit/repository/markdown.ts'

const executable = findChromium()
const known = readHeightTable(await readRepositoryFile(`${picturesFolder}/README.md`))
/** Fonts differ from machine to machine; an answer that has grown by more than this has changed. */
const tolerance = 1.5

test('the table of pictures lists every kind of answer, and the pictures exist', () => {
  expect([...known.keys()]).toEqual(kinds.map(({ name }) => name))
  const missing = kinds.flatMap(({ name }) =>
    ['desktop', 'phone']
      .map((window) => join(picturesFolder, `${name}-${window}.png`))
      .filter((picture) => !existsSync(join(root, picture))),
  )
  expect(missing).toEqual([])
})

test.skipIf(executable === null)('no answer is wider than its window or much higher than its picture', async () => {
  const folder = await makeFolder({})
  await buildPage(folder)
  const files = await readPageFiles(folder)
  await rm(folder, { recursive: true })
  const browser = await startChromium(executable ?? '')
  const found: string[] = []
  const judge = async ({ kind, window, height, overflow }: Shown): Promise<void> => {
    const pictured = known.get(kind.name)?.[window] ?? 0
    if (overflow > 0) found.push(`${kind.name} is ${overflow} pixels too wide for the ${window}`)
    if (height > pictured * tolerance)
      found.push(`${kind.name} is ${height} pixels high on the ${window}, not ${pictured}`)
  }
  try {
    await showKinds(browser, files, judge)
  } finally {
    await browser.close()
  }
  expect(found).toEqual([])
})

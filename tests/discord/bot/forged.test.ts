import { join } from 'node:path'
import { expect } from 'vitest'
import { forgeryArticles, forgeryEnv, tryForgeries } from '../forged.ts'
import { forgeries } from '../forgeries.ts'
import { test } from '../lab.ts'

test('forged or stale presses and commands change nothing', async ({ lab }) => {
  const folder = await lab.folder(forgeryArticles)
  const { discord, bot } = await lab.registered({ env: { ...forgeryEnv, ARTICLES_DIR: folder } })
  const outcome = await tryForgeries({ discord, folder, dataDir: join(bot.home, 'data') }, 60, 7)
  expect(outcome).toMatchObject({ tried: 60, changed: [], told: [], worksForTheRightOne: true })
  const withoutRight = forgeries(60, 7).filter(({ does }, at) => does === 'command' || at % 5 === 1)
  expect(outcome.refused).toBe(withoutRight.length)
})

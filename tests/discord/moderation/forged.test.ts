import { join } from 'node:path'
import { expect } from 'vitest'
import { test } from '../../../testkit/discord/bot/lab.ts'
import { forgeryArticles, forgeryEnv, tryForgeries } from '../../../testkit/discord/forgeries/forged.ts'
import { forgeries } from '../../../testkit/discord/forgeries/forgeries.ts'

test('forged or expired button presses and commands change nothing', async ({ lab }) => {
  const folder = await lab.folder(forgeryArticles)
  const { discord, bot } = await lab.registered({ env: { ...forgeryEnv, ARTICLES_DIR: folder } })
  const outcome = await tryForgeries({ discord, folder, dataDir: join(bot.home, 'data') }, 60, 7)
  expect(outcome).toMatchObject({ tried: 60, changed: [], badReplies: [], worksForTheRightOne: true })
  // By turns: a command and a press without the right, a press by another one, and what is stale or made up.
  const withoutRight = forgeries(60, 7).filter((_, at) => at % 5 <= 2)
  expect(outcome.refused).toBe(withoutRight.length)
})

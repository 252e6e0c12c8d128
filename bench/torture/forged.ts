import { startChild } from '../../testkit/discord/bot/child-bot.ts'
import {
  type ForgedOutcome,
  forgeryArticles,
  forgeryEnv,
  tryForgeries,
} from '../../testkit/discord/forgeries/forged.ts'
import { startDiscord } from '../../testkit/discord/server/server.ts'
import { inPlace } from '../../testkit/library/place.ts'
import { root } from '../../testkit/program.ts'

/** Tries this many forged or stale presses and commands on a bot in a process of its own. */
export function forgedPresses(count: number): Promise<ForgedOutcome> {
  return inPlace(forgeryArticles, async ({ folder, dataDir }) => {
    const discord = await startDiscord()
    const bot = await startChild(discord, {
      program: [root],
      env: { ...forgeryEnv, ARTICLES_DIR: folder, DATA_DIR: dataDir },
    })
    try {
      await bot.says('commands registered')
      return await tryForgeries({ discord, folder, dataDir }, count, 11)
    } finally {
      await bot.stop()
      await discord.stop()
    }
  })
}

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startChild } from '../../testkit/discord/bot/child-bot.ts'
import { asDiscord, startDiscord } from '../../testkit/discord/server/server.ts'
import { managerPermissions, ownerUser } from '../../testkit/discord/server/world.ts'
import { inPlace } from '../../testkit/library/place.ts'
import { root } from '../../testkit/program.ts'
import { readBotMetrics } from './bot-metrics.ts'
import { besideIdle } from './idle.ts'
import { madeUpNews } from './news.ts'
import { runNode } from './run-once.ts'
import type { Stall } from './stalls.ts'

const perSecond = 5
const maxMinutes = 10
const commands: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['facts', { topic: 'drones' }],
  ['who-said', { words: 'the council rejected the ferries' }],
  ['ask', { question: 'How many bridges were approved?' }],
  ['help', {}],
]

/** What a bot's users see while it loads or rebuilds this many paragraphs. */
export interface Acknowledged {
  readonly commands: number
  /** Commands that were not acknowledged within Discord's three seconds. */
  readonly late: number
  /** Milliseconds, the longest, from the making of a command to its acknowledgement. */
  readonly slowest: number
  /** The longest stall of the bot's main thread. */
  readonly stall: Stall
}

/** Asks evenly until `work` has ended. */
async function during(
  discord: Awaited<ReturnType<typeof startDiscord>>,
  work: Promise<unknown>,
): Promise<readonly number[]> {
  const state = { isOver: false }
  const over = work.finally(() => {
    state.isOver = true
  })
  const asked: Promise<number>[] = []
  while (!state.isOver) {
    const [name, options] = commands[asked.length % commands.length] ?? ['help', {}]
    asked.push(
      discord
        .slash(name, options)
        .acknowledged()
        .then(({ after }) => after),
    )
    await Promise.race([wait(1000 / perSecond), over])
  }
  await over
  return Promise.all(asked)
}

/** A bot on a Discord on loopback that is asked all the while, as it loads what another process indexed, and as it rebuilds. */
export async function askWhileRebuilding(
  paragraphs: number,
): Promise<{ readonly load: Acknowledged; readonly rebuild: Acknowledged }> {
  return inPlace(madeUpNews(paragraphs), async ({ folder, dataDir }) => {
    const env = { ARTICLES_DIR: folder, DATA_DIR: dataDir }
    await runNode([root, 'reindex'], env)
    const discord = await startDiscord(asDiscord)
    const bot = await startChild(discord, { program: [root], env: { ...env, RATE_LIMIT: '0', HEALTH_PORT: '0' } })
    try {
      const lag = async () => Math.round((await readBotMetrics(bot)).stallMs)
      const measure = async (work: () => Promise<unknown>): Promise<Acknowledged> => {
        // Each look begins a new measurement.
        await lag()
        const { done: times, idle } = await besideIdle(() => during(discord, work()))
        return {
          commands: times.length,
          late: times.filter((ms) => ms > 3000).length,
          slowest: Math.max(...times),
          stall: { own: await lag(), idle },
        }
      }
      await discord.slash('help').answered()
      await writeFile(join(folder, 'late.txt'), 'The mayor said on Monday that 44 late drones were counted.\n')
      // What the bot writes is looked at whenever something happens on its Discord, which is asked all the while.
      const switched = (why: string) => discord.until(why, () => bot.log().includes(why), maxMinutes * 60_000)
      const load = await measure(async () => {
        await runNode([root, 'reindex'], env)
        await switched('indexed by another process')
      })
      const rebuild = await measure(async () => {
        discord.slash('reindex', { full: true }, { user: ownerUser, permissions: managerPermissions })
        await switched('reindexed for')
      })
      return { load, rebuild }
    } finally {
      await bot.stop()
      await discord.stop()
    }
  })
}

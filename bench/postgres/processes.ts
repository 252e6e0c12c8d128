import { argv, exit, stderr, stdout } from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openDatabase } from '../../src/database/database.ts'
import { type ChildBot, startChild } from '../../testkit/discord/bot/child-bot.ts'
import type { Exchange } from '../../testkit/discord/interactions/exchange.ts'
import { startDiscord } from '../../testkit/discord/server/server.ts'
import { managerPermissions, ownerUser } from '../../testkit/discord/server/world.ts'
import { standing } from '../../testkit/library/busy.ts'
import { inPlace, writeFiles } from '../../testkit/library/place.ts'
import { openServer } from '../../testkit/postgres/server.ts'
import { root } from '../../testkit/program.ts'
import { isAnswered, sendEvenly, untilAnswered } from '../load/commands.ts'
import { nodeFlags } from '../node-flags.ts'
import { percentile } from '../scale/measured.ts'

// Four processes with a shard each on one database, asked evenly on all shards while one of them reindexes:
//   npm run bench -- postgres:processes [--per-second N] [--seconds N] [--reindexes N]

const processes = 4
/** A command that is not answered this long after the last one was sent counts as lost. */
const patienceMs = 60_000
const pauseMs = 100

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    'per-second': { type: 'string', default: '50' },
    seconds: { type: 'string', default: '40' },
    reindexes: { type: 'string', default: '3' },
  },
})
const [perSecond, seconds, reindexes] = [values['per-second'], values.seconds, values.reindexes].map(Number)
if (!perSecond || !seconds || !reindexes) {
  stderr.write('usage: npm run bench -- postgres:processes [--per-second N] [--seconds N] [--reindexes N]\n')
  exit(2)
}

/** Two articles that give the same number, which is another one in each round. */
function articlesOf(round: number): Readonly<Record<string, string>> {
  const count = 100 + round
  return {
    'count.txt': `The number of ferries in Elmport is ${count}, the harbour office said.\n\n“We counted ${count} ferries in Elmport,” Ines Okafor said.\n`,
    'office.txt': `The harbour office of Elmport said that there are ${count} ferries in Elmport.\n`,
  }
}
const questions = [
  ['ask', { question: 'How many ferries are there in Elmport?' }],
  ['facts', { topic: 'ferries in Elmport' }],
  ['who-said', { words: 'we counted ferries in Elmport' }],
] as const

/** The rounds that an answer is from. More than one: it is mixed. */
function roundsIn(exchange: Exchange): readonly string[] {
  return [
    ...new Set(
      JSON.stringify(exchange.message()?.embeds ?? [])
        .replaceAll('*', '')
        .match(/\b1\d\d(?= ferries|, the harbour)/g) ?? [],
    ),
  ]
}

/** The times at which a bot said that it switched to a generation, in milliseconds since 1970. */
function switchesIn(bot: ChildBot): ReadonlyMap<string, number> {
  const lines = bot.log().matchAll(/"time":(\d+).*"generation":"([0-9a-f]{8})".*answers now come from/g)
  return new Map([...lines].map(([, time = '', generation = '']) => [generation, Number(time)]))
}

const server = await openServer()
if (server === null) {
  stderr.write('There is no server: npm ci --prefix tests/postgres installs one, or DATABASE_URL names one.\n')
  exit(2)
}
const url = await server.createDatabase()
const database = openDatabase({ url, use: 'owner' })
const discord = await startDiscord({ shards: processes })
const bots: ChildBot[] = []
await inPlace({ ...standing(400), ...articlesOf(0) }, async ({ folder }) => {
  try {
    for (let shard = 0; shard < processes; shard++) {
      const env = { ARTICLES_DIR: folder, DATABASE_URL: url, SHARDS: `${shard}/${processes}`, RATE_LIMIT: '0' }
      bots.push(await startChild(discord, { program: [...nodeFlags('start'), root], env }))
    }
    const [name, options] = questions[0]
    for (let shard = 0; shard < processes; shard++) await discord.slash(name, options, { shard }).answered()

    const switched: { readonly generation: string; readonly at: number }[] = []
    const current = async () =>
      (
        await database.query<{ generation: string; indexed_at: Date }>(
          'select generation, indexed_at from library join builds using (build)',
        )
      )[0]
    async function reindex(round: number): Promise<void> {
      const before = await current()
      await writeFiles(folder, articlesOf(round))
      const asked = { user: ownerUser, permissions: managerPermissions, shard: round % processes }
      discord.slash('reindex', {}, asked)
      for (let waited = 0; waited < patienceMs; waited += pauseMs) {
        const now = await current()
        if (now !== undefined && now.generation !== before?.generation)
          return void switched.push({ generation: now.generation, at: now.indexed_at.getTime() })
        await wait(pauseMs)
      }
    }
    const reindexing = (async () => {
      for (let round = 1; round <= reindexes; round++) {
        await wait((seconds * 1000) / (reindexes + 1))
        await reindex(round)
      }
    })()
    const exchanges = await sendEvenly(perSecond * seconds, perSecond, (at) => {
      const [command, given] = questions[at % questions.length] ?? questions[0]
      return discord.slash(command, given, { shard: at % processes })
    })
    await reindexing
    await untilAnswered(discord, exchanges, patienceMs)
    // The last switch must have reached all.
    await wait(5000)
    const answered = exchanges.filter(isAnswered)
    const mixed = answered.filter((one) => roundsIn(one).length > 1)
    const without = answered.filter((one) => roundsIn(one).length === 0)
    const rounds = new Set(answered.flatMap(roundsIn))
    const times = answered.map(({ responses }) => responses.at(-1)?.after ?? Number.NaN)
    const delays = switched.map(({ generation, at }) =>
      bots.map((bot) => (switchesIn(bot).get(generation) ?? Number.NaN) - at),
    )
    stdout.write(
      `${exchanges.length} questions at ${perSecond} a second on ${processes} processes, ${reindexes} reindexes\n` +
        `answered ${answered.length}, from ${rounds.size} generations, mixed ${mixed.length}, without the number ${without.length}\n` +
        `answered after p50 ${percentile(times, 0.5).toFixed(0)} ms, p99 ${percentile(times, 0.99).toFixed(0)} ms\n` +
        `milliseconds until each process answers from the new generation: ${delays.map((one) => one.join(', ')).join('; ')}\n`,
    )
  } catch (error) {
    for (const bot of bots) stderr.write(bot.log())
    throw error
  } finally {
    for (const bot of bots) await bot.stop()
    await discord.stop()
    await database.close()
    await server.remove()
  }
})

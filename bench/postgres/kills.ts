import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argv, exit, stderr, stdout } from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '../../src/database/database.ts'
import type { WorkerService } from '../../src/service/worker-service.ts'
import { standing } from '../../testkit/library/busy.ts'
import { inPlace, openRemoteAt } from '../../testkit/library/place.ts'
import { startServer } from '../../testkit/postgres/server.ts'
import { seededRandom } from '../../testkit/random.ts'

// Kills the database in the middle of reindexes and of questions: npm run bench -- postgres:kills [KILLS]

const [kills = '10'] = argv.slice(2)
const maxMs = 1500
const question = 'How many ferries are there in Elmport?'
const next = seededRandom(5)
const articleOf = (count: number) => `The number of ferries in Elmport is ${count}, the harbour office said.\n`

const server = await startServer({ isDurable: true })
if (server?.kill === undefined || server.start === undefined) {
  stderr.write('There is no server: npm ci --prefix tests/postgres installs one.\n')
  exit(2)
}
const { kill, start } = server

/** Asks until there is an answer, which comes by itself when the database is back. */
async function numberIn({ service }: WorkerService): Promise<number> {
  for (;;) {
    const answer = await service.ask(question)
    const [, count] = /is (\d+), the/.exec(JSON.stringify(answer)) ?? []
    if (count !== undefined) return Number(count)
    await wait(50)
  }
}

const url = await server.createDatabase()
await inPlace({ ...standing(300), 'count.txt': articleOf(100) }, async ({ folder, dataDir }) => {
  const open = (name: string) => openRemoteAt({ folder, dataDir: join(dataDir, name) }, { databaseUrl: url })
  const [first, second] = [await open('first'), await open('second')]
  const database = openDatabase({ url, use: 'owner' })
  let [old, made, wrong, refusedReindexes] = [0, 0, 0, 0]
  let served = 100
  for (let round = 1; round <= Number(kills); round++) {
    await writeFile(join(folder, 'count.txt'), articleOf(100 + round))
    const reindexing = first.service.reindex({ by: 'a bench' })
    await wait(next() * maxMs)
    await kill()
    const outcome = await reindexing
    if ('status' in outcome) refusedReindexes++
    await start()
    const found = await numberIn(second)
    const isNew = found === 100 + round
    if (isNew) made++
    else if (found === served) old++
    else wrong++
    // The next one works, and both processes serve it.
    const again = await first.service.reindex({ by: 'a bench' })
    if ('status' in again) wrong++
    served = 100 + round
    const deadline = performance.now() + 30_000
    while ((await numberIn(second)) !== served && performance.now() < deadline) await wait(50)
    if ((await numberIn(second)) !== served || (await numberIn(first)) !== served) wrong++
  }
  const left = await database.query<{ builds: number }>('select count(*)::integer as builds from builds')
  stdout.write(
    `${kills} kills during a reindex: then served the old generation ${old} times, the new one ${made}, anything else ${wrong}; ` +
      `${refusedReindexes} reindexes said that they failed; ${left[0]?.builds} builds are left\n`,
  )

  let [asked, answered, errors, others, slowest] = [0, 0, 0, 0, 0]
  for (let round = 1; round <= Number(kills); round++) {
    const pending: Promise<void>[] = []
    const ask = async (at: number) => {
      const begun = performance.now()
      // A word of its own, so that no answer comes from the cache of blocks.
      const answer = await first.service.ask(`${question} In year ${1900 + (at % 300)}?`).catch(() => null)
      slowest = Math.max(slowest, performance.now() - begun)
      if (answer === null) others++
      else if (answer.status === 'error') errors++
      else answered++
    }
    const asking = (async () => {
      for (let at = 0; at < 40; at++) {
        pending.push(ask(asked++))
        await wait(20)
      }
    })()
    await wait(next() * 600)
    await kill()
    await asking
    await Promise.all(pending)
    await start()
    await numberIn(first)
  }
  stdout.write(
    `${kills} kills during ${asked} questions: answered ${answered}, told that the database cannot be reached ${errors}, anything else ${others}; ` +
      `the slowest took ${slowest.toFixed(0)} ms; after each, answers came again\n`,
  )
  await database.close()
  await Promise.all([first.stop(), second.stop()])
})
await server.remove()

import { expect } from 'vitest'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { lockKey } from '../../src/database/locks.ts'
import { claimShards, type ShardRange } from '../../src/database/shard-locks.ts'
import { runProgram } from '../../testkit/console/run-program.ts'
import { test } from '../../testkit/discord/bot/lab.ts'
import { describeWithServer } from '../../testkit/postgres/with-server.ts'

const drones = { topic: 'drones' }
/** A server that is killed must have its tables when it is back. */
const durable = { isDurable: true }

/** How many locks of shards are held in a database, and how many are waited for. */
async function locksOf(database: Database) {
  const [key] = lockKey('shard', 'default')
  const [locks] = await database.query(
    `select count(*) filter (where granted)::int as held, count(*) filter (where not granted)::int as waiting
      from pg_locks where locktype = 'advisory' and classid = $1::oid
      and database = (select oid from pg_database where datname = current_database())`,
    [key >>> 0],
  )
  return locks
}

describeWithServer(
  'processes that share the shards of a bot',
  (own) => {
    test('refuse a range that overlaps, and another number of shards', async () => {
      const url = await own.createDatabase()
      const database = openDatabase({ url, use: 'owner' })
      const claim = (first: number, last: number, total: number) => {
        const range: ShardRange = { first, last, total }
        return claimShards(database, 'default', range, () => undefined)
      }
      const [low, high] = await Promise.all([claim(0, 3, 8), claim(4, 5, 8)])
      const [name] = [`process ${process.pid} on `]
      await expect(claim(3, 4, 8)).rejects.toThrow(`${name}`)
      await expect(claim(5, 7, 8)).rejects.toThrow('serves shard 5 already: set another range in SHARDS.')
      await expect(claim(6, 7, 16)).rejects.toThrow('SHARDS divides the servers into 16 shards')
      await high()
      const again = await claim(5, 7, 8)
      await Promise.all([low(), again()])
      await (await claim(0, 15, 16))()
      await database.close()
    })

    test('take their shards again when the database is back', async ({ skip }) => {
      const { kill, start } = own.server
      if (kill === undefined || start === undefined) return skip()
      const url = await own.createDatabase()
      const database = openDatabase({ url, use: 'owner' })
      const range = { first: 0, last: 1, total: 2 }
      const release = await claimShards(database, 'default', range, () => expect.fail())
      await kill()
      await start()
      await expect.poll(() => locksOf(database)).toEqual({ held: 2, waiting: 0 })
      await expect(claimShards(database, 'default', range, () => undefined)).rejects.toThrow('serves shard 0 already')
      await release()
      await database.close()
    })

    test('give up shards that another process took while the connection was lost', async () => {
      const database = openDatabase({ url: await own.createDatabase(), use: 'owner' })
      const range = { first: 0, last: 1, total: 2 }
      const lost: string[] = []
      const release = await claimShards(database, 'default', range, (error) => lost.push(error.message))
      const [held] = await database.query<{ pid: number }>('select distinct pid from shards')
      const { taken } = await database.transaction(async (queries) => {
        // Whoever claims shards waits for this lock. Locks are granted in turn, so the other process gets it first.
        await queries.query('select pg_advisory_xact_lock($1, $2)', lockKey('shard', 'default', -1))
        const taken = claimShards(database, 'default', range, () => expect.fail())
        await expect.poll(() => locksOf(database)).toEqual({ held: 3, waiting: 1 })
        await queries.query('select pg_terminate_backend($1)', [held?.pid ?? 0])
        await expect.poll(() => locksOf(database)).toEqual({ held: 1, waiting: 2 })
        return { taken }
      })
      await expect.poll(() => lost).toEqual([expect.stringContaining('serves shard 0 already')])
      await Promise.all([release(), (await taken)()])
      await database.close()
    })

    test('answer what belongs to their shards, and one of them registers the commands', async ({ lab }) => {
      const env = { DATABASE_URL: await own.createDatabase() }
      const discord = await lab.discord({ shards: 2 })
      const { bot: first } = await lab.registeredChild({ env: { ...env, SHARDS: '0/2' } }, discord)
      const second = await lab.child(discord, { env: { ...env, SHARDS: '1/2' } })
      expect((await discord.slash('facts', drones).answered()).embeds[0]?.title).toBe('drones')
      expect((await discord.slash('facts', drones, { place: 'dm' }).answered()).embeds[0]?.title).toBe('drones')
      expect(first.log()).toContain('commands registered')
      expect(second.log()).not.toContain('commands registered')
      const { code, stderr } = await runProgram({
        args: [],
        env: { ...env, SHARDS: '1/2', DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url },
      })
      expect([code, stderr]).toEqual([1, expect.stringMatching(/process \d+ on .* serves shard 1 already/)])
    })
  },
  durable,
)

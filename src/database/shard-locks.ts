import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import type { Database, Queries, Session } from './database.ts'
import { DatabaseError } from './database-error.ts'
import { heldLocks, lockKey } from './locks.ts'
import { migrate } from './migrate.ts'

/** The shards of the gateway that a process serves: from `first` to `last`, of `total`. */
export interface ShardRange {
  readonly first: number
  readonly last: number
  readonly total: number
}

/** Pauses before the locks are taken again after the connection was lost, in milliseconds. */
const firstPauseMs = 200
const maxPauseMs = 5000

interface Claim {
  readonly shard: number
  readonly total: number
  readonly pid: number
  readonly taken_by: string
}

/** The number of the lock under which the table of shards is read and changed; no shard has it. */
const tableLock = -1

function refused(sentence: string): DatabaseError {
  return new DatabaseError('refused', sentence, null)
}

/** Refuses a range that overlaps with what another process serves, or divides the servers in another way. */
function refuseOverlap(held: readonly Claim[], { first, last, total }: ShardRange): void {
  const other = held.find((claim) => claim.total !== total)
  if (other !== undefined)
    throw refused(
      `SHARDS divides the servers into ${total} shards, but ${other.taken_by} into ${other.total}: set the same number for all processes.`,
    )
  const taken = held.find(({ shard }) => shard >= first && shard <= last)
  if (taken !== undefined)
    throw refused(`${taken.taken_by} serves shard ${taken.shard} already: set another range in SHARDS.`)
}

/** Takes the locks on a connection, which must be in a transaction. */
async function claim(queries: Queries, collection: string, range: ShardRange, by: string): Promise<void> {
  const [key] = lockKey('shard', collection)
  await queries.query('select pg_advisory_xact_lock($1, $2)', [key, tableLock])
  const held = await queries.query<Claim>(
    `select shard, total, shards.pid, taken_by from shards
      join (${heldLocks(key)}) as held on held.pid = shards.pid and held.number = shard
      where collection = $1 order by shard`,
    [collection],
  )
  // Lost connections of this process that the server has not noticed yet.
  for (const { pid } of held.filter((one) => one.taken_by === by))
    await queries.query('select pg_terminate_backend($1)', [pid])
  refuseOverlap(
    held.filter((one) => one.taken_by !== by),
    range,
  )
  for (let shard = range.first; shard <= range.last; shard++) {
    await queries.query('select pg_advisory_lock($1, $2)', [key, shard])
    await queries.query(
      `insert into shards values ($1, $2, $3, pg_backend_pid(), $4) on conflict (collection, shard)
        do update set total = excluded.total, pid = excluded.pid, taken_by = excluded.taken_by`,
      [collection, shard, range.total, by],
    )
  }
}

async function open(database: Database, collection: string, range: ShardRange, by: string): Promise<Session> {
  const session = await database.session()
  try {
    await session.query('begin')
    await claim(session, collection, range, by)
    await session.query('commit')
    return session
  } catch (error) {
    await session.close().catch(() => undefined)
    throw error
  }
}

/**
 * Claims shards for this process, for as long as it lives. If the connection is lost, they are claimed again as soon as the database is back;
 * if another process has taken one of them by then, `onLost` is called.
 * @returns a function that gives them back.
 * @throws DatabaseError with a sentence that names the other process if one of them is taken.
 */
export async function claimShards(
  database: Database,
  collection: string,
  range: ShardRange,
  onLost: (error: DatabaseError) => void,
): Promise<() => Promise<void>> {
  const by = `process ${process.pid} on ${hostname()} (${randomUUID().slice(0, 8)})`
  await migrate(database)
  let session = await open(database, collection, range, by)
  let isReleased = false
  async function claimAgain(): Promise<void> {
    for (let pause = firstPauseMs; !isReleased; pause = Math.min(2 * pause, maxPauseMs)) {
      try {
        session = await open(database, collection, range, by)
        return watch()
      } catch (error) {
        if (error instanceof DatabaseError && error.trouble === 'refused' && error.code === null) return onLost(error)
      }
      await delay(pause, undefined, { ref: false })
    }
  }
  function watch(): void {
    void session.ended.then(() => (isReleased ? undefined : claimAgain()))
  }
  watch()
  return async () => {
    isReleased = true
    await session.close().catch(() => undefined)
  }
}

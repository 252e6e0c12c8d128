import { randomUUID } from 'node:crypto'
import type { Database, Queries, Session } from '../../database/database.ts'
import { heldLocks, lockKey } from '../../database/locks.ts'
import type { Lock, LockHolder } from '../disk/lock.ts'
import { LibraryError } from '../errors/library-error.ts'
import { ReindexBusyError } from '../errors/reindex-busy-error.ts'
import { collection } from './collection.ts'

const [key, part] = lockKey('reindex', collection)
/** The session that holds the lock, if any. */
const holders = `select pid from (${heldLocks(key)}) as held where number = ${part}`

type Holder = Pick<LockHolder, 'by' | 'since'>

/** Who holds the lock; null if nobody does. */
export async function readHolder(queries: Queries): Promise<Holder | null> {
  const [row] = await queries.query<{ taken_by: string; taken_at: Date }>(
    `select taken_by, taken_at from reindex_lock where collection = $1 and pid in (${holders})`,
    [collection],
  )
  return row === undefined ? null : { by: row.taken_by, since: row.taken_at.toISOString() }
}

/** Whether the session that took the lock with a token still holds it. */
export async function isHeldAs(queries: Queries, token: string): Promise<boolean> {
  const rows = await queries.query(
    `select from reindex_lock where collection = $1 and token = $2 and pid in (${holders})`,
    [collection, token],
  )
  return rows.length > 0
}

/**
 * Confirms in a transaction that the lock is held, and keeps others from taking it until the transaction ends: to take it, a process must
 * first write its token into this row.
 * @throws LibraryError if it is not.
 */
export async function confirmLock(queries: Queries, token: string): Promise<void> {
  await queries.query('select from reindex_lock where collection = $1 for update', [collection])
  if (await isHeldAs(queries, token)) return
  throw new LibraryError('Another process took over the lock of this reindex: nothing was changed.', null)
}

async function take(session: Session, by: string): Promise<string> {
  const [row] = await session.query<{ taken: boolean }>('select pg_try_advisory_lock($1, $2) as taken', [key, part])
  if (row?.taken !== true) throw new ReindexBusyError((await readHolder(session)) ?? undefined)
  const token = randomUUID()
  await session.query(
    `insert into reindex_lock (collection, token, pid, taken_by, taken_at) values ($1, $2, pg_backend_pid(), $3, now())
      on conflict (collection) do update set token = excluded.token, pid = excluded.pid,
        taken_by = excluded.taken_by, taken_at = excluded.taken_at`,
    [collection, token, by],
  )
  return token
}

/**
 * Takes the lock for `by`. It belongs to a connection of its own, and ends with that: a process that dies keeps nothing.
 * @throws ReindexBusyError while another process holds it; DatabaseError
 */
export async function takeReindexLock(database: Database, by: string): Promise<Lock> {
  const session = await database.session()
  try {
    const token = await take(session, by)
    return {
      token,
      isHeld: () => isHeldAs(session, token).catch(() => false),
      release: () => session.close(),
    }
  } catch (error) {
    await session.close().catch(() => undefined)
    throw error
  }
}

import { createHash } from 'node:crypto'

/** The two keys of an advisory lock. */
export type LockKey = readonly [number, number]

/** What is locked. */
export type LockKind = 'migration' | 'reindex' | 'shard'

/** The keys of the lock of one thing of a kind in a collection; `number` is that of a shard. */
export function lockKey(kind: LockKind, collection: string, number = 0): LockKey {
  const hash = createHash('sha256')
    .update(JSON.stringify(['verbatim', kind, collection]))
    .digest()
  return [hash.readInt32BE(0), number]
}

/** A query for the sessions that hold locks with the first key `key`: `pid`, and `number`, the second key. */
export function heldLocks(key: number): string {
  return `select pid, objid::bigint as number from pg_locks where locktype = 'advisory' and granted and objsubid = 2
    and database = (select oid from pg_database where datname = current_database()) and classid = ${key >>> 0}::oid`
}

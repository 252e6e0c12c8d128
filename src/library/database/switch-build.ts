import { setTimeout as delay } from 'node:timers/promises'
import type { Database, Queries } from '../../database/database.ts'
import { DatabaseError } from '../../database/database-error.ts'
import type { Lock } from '../disk/lock.ts'
import { LibraryError } from '../errors/library-error.ts'
import type { CurrentRecord } from '../snapshot/store.ts'
import { currentBuild, findBuild } from './builds.ts'
import { collection } from './collection.ts'
import { appendLines } from './database-audit.ts'
import { copyToDatabase } from './moderated-articles.ts'
import { confirmLock } from './reindex-lock.ts'
import { channel } from './watch-pointer.ts'

/** The articles that moderators changed and the audit log, in the form of a data folder. */
export interface Moderated {
  readonly dataDir: string
  /** Lines to append to the audit log. */
  readonly auditLines: readonly string[]
}

/** If the connection is lost during a switch: how many times to check whether the switch was made, and the pause between checks, in milliseconds. */
const switchChecks = 20
const switchPauseMs = 500

async function pointTo(queries: Queries, build: number, { at, by }: CurrentRecord): Promise<void> {
  await queries.query(
    `insert into library (collection, build, previous_build, indexed_at, indexed_by) values ($1, $2, null, $3, $4)
      on conflict (collection) do update set build = excluded.build, previous_build = library.build,
        indexed_at = excluded.indexed_at, indexed_by = excluded.indexed_by`,
    [collection, build, at, by],
  )
  await queries.query(`notify ${channel}`)
}

/** Whether a build is known to have become the current one although the connection was lost. */
async function wasSwitchedTo(database: Database, build: number): Promise<boolean> {
  for (let checks = 0; ; checks++) {
    const now = await currentBuild(database).catch(() => undefined)
    if (now !== undefined) return now === build
    if (checks === switchChecks) return false
    await delay(switchPauseMs)
  }
}

/**
 * Makes a stored generation the current one, together with what moderators changed, in one transaction.
 * @throws LibraryError if the lock is no longer held, or the generation is not stored; DatabaseError. The old generation then stays.
 */
export async function switchBuild(
  database: Database,
  record: CurrentRecord,
  lock: Pick<Lock, 'token'>,
  { dataDir, auditLines }: Moderated,
): Promise<void> {
  const build = (await findBuild(database, record.generation))?.build
  if (build === undefined) throw new LibraryError('The new index is not in the database (any more): try again.', null)
  try {
    await database.transaction(async (queries) => {
      await confirmLock(queries, lock.token)
      await copyToDatabase(queries, dataDir)
      await appendLines(queries, auditLines)
      await pointTo(queries, build, record)
    })
  } catch (error) {
    // The connection may have been lost after the commit.
    const isUncertain = error instanceof DatabaseError && error.trouble === 'unavailable'
    if (!isUncertain || !(await wasSwitchedTo(database, build))) throw error
  }
}

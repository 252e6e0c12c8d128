import { join } from 'node:path'
import { type Database, openDatabase } from '../../database/database.ts'
import { DatabaseError } from '../../database/database-error.ts'
import { migrate } from '../../database/migrate.ts'
import type { AuditLog } from '../changes/audit-log.ts'
import type { Lock } from '../disk/lock.ts'
import { LibraryError, toLibraryError } from '../errors/library-error.ts'
import { OtherProgramError } from '../errors/other-program-error.ts'
import { ReindexBusyError } from '../errors/reindex-busy-error.ts'
import type { Generation } from '../generation/generation.ts'
import { SnapshotError } from '../snapshot/snapshot.ts'
import { type CurrentRecord, type LibraryStore, openStore } from '../snapshot/store.ts'
import { dropUnusedBuilds, dropUnusedReadings } from './build-tables.ts'
import { type Build, currentBuild, findBuild, readCurrent } from './builds.ts'
import { collection } from './collection.ts'
import { openDatabaseAudit, readLines } from './database-audit.ts'
import { fetchBuild, fetchHashes } from './fetch-build.ts'
import { lockWithCopy } from './lock-with-copy.ts'
import { copyFromDatabase, readRemovals } from './moderated-articles.ts'
import { openBuildIndex } from './open-index.ts'
import { isHeldAs, readHolder } from './reindex-lock.ts'
import { rememberHash, storeBuild, type Writer } from './store-build.ts'
import { type Moderated, switchBuild } from './switch-build.ts'
import { watchPointer } from './watch-pointer.ts'

/** The folder in DATA_DIR for a process's local copy of the database. Anything in it can be deleted. */
const folderName = 'database'

export interface DatabaseStoreOptions extends Writer {
  readonly url: string
  /** DATA_DIR. */
  readonly dataDir: string
  readonly onTrouble?: ((sentence: string) => void) | undefined
}

/** A store in PostgreSQL, which any number of processes share. */
export interface DatabaseStore extends LibraryStore {
  readonly audit: AuditLog
  /** Whether it has no index, no changes of moderators and no audit log. */
  isEmpty(): Promise<boolean>
  /** The same as `switchTo`, with moderators' changes and an audit log from another place. */
  switchWith(record: CurrentRecord, lock: Pick<Lock, 'token'>, moderated: Moderated): Promise<void>
  /** Copies what moderators changed to an empty folder. Returns the lines of the audit log. */
  copyModerated(dataDir: string): Promise<readonly string[]>
  close(): Promise<void>
}

/** Work that is done once: later calls get the same result, unless it failed. */
function untilDone(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null
  return () => {
    done ??= work().catch((error: unknown) => {
      done = null
      throw error
    })
    return done
  }
}

/** Opens the store in a database. It connects when it is first used. */
export function openDatabaseStore(options: DatabaseStoreOptions): DatabaseStore {
  const { url, fingerprint, program, onTrouble } = options
  const dataDir = join(options.dataDir, folderName)
  const owner = openDatabase({ url, use: 'owner', onTrouble })
  const answers = openDatabase({ url, use: 'answers', connections: 8, onTrouble })
  const cache = openStore(dataDir, fingerprint)
  const ready = untilDone(() => migrate(owner))
  const writer: Writer = { fingerprint, program }

  /** Works with the tables, which are brought up to date first. Errors become sentences for the operator. */
  async function use<T>(what: string, work: (database: Database) => Promise<T>): Promise<T> {
    try {
      await ready()
      return await work(owner)
    } catch (error) {
      if (error instanceof DatabaseError) throw new LibraryError(`${what} failed. ${error.message}`, error.code)
      if (error instanceof ReindexBusyError) throw error
      throw toLibraryError(what, error)
    }
  }

  async function fetchGeneration(database: Database, generation: string, row: Build): Promise<Generation> {
    const openIndex = openBuildIndex(answers, row.build)
    const load = async () => {
      const found = await cache.load(generation, openIndex)
      const hashes = await fetchHashes(database, row)
      for (const [at, article] of found.articles.entries()) {
        const hash = hashes[at]
        if (hash !== undefined) rememberHash(article, hash)
      }
      return found
    }
    try {
      return await load()
    } catch (error) {
      if (!(error instanceof SnapshotError)) throw error
      await cache.keepPieces(generation, fetchBuild(database, row))
      return load()
    }
  }

  return {
    dataDir,
    isShared: true,
    audit: openDatabaseAudit(owner),

    isSnapshotError: cache.isSnapshotError,

    holder: () => use('Reading the state of the database', readHolder),

    removals: () => use('Reading the removed articles', readRemovals),

    watch: (onChange) => watchPointer(owner, onChange),

    lock: (by) => use('Locking the database', (database) => lockWithCopy(database, dataDir, by)),

    borrowLock: (token) => ({
      token,
      isHeld: () => use('Reading the state of the database', (database) => isHeldAs(database, token)),
      release: async () => undefined,
    }),

    current: () => use('Reading which index is the current one', readCurrent),

    holds: () =>
      use('Reading which index is the current one', async (database) => (await currentBuild(database)) !== null),

    load: (generation) =>
      use('Loading the index from the database', async (database) => {
        const row = await findBuild(database, generation)
        if (row === null)
          throw new LibraryError(`The index ${generation} is not in the database: run "node . reindex".`, null)
        if (row.fingerprint !== fingerprint) throw new OtherProgramError(row, { program, node: process.version })
        return fetchGeneration(database, generation, row)
      }),

    keep: (generation) =>
      use('Storing the new index in the database', async (database) => {
        await dropUnusedBuilds(database)
        await storeBuild(database, writer, generation)
      }),

    switchTo: (record, lock) =>
      use('Switching to the new index in the database', (database) =>
        switchBuild(database, record, lock, { dataDir, auditLines: [] }),
      ),

    switchWith: (record, lock, moderated) =>
      use('Switching to the index in the database', (database) => switchBuild(database, record, lock, moderated)),

    isEmpty: () =>
      use('Checking whether the database is empty', async (database) => {
        const tables = ['library', 'added_articles', 'removed_articles', 'hidden_articles', 'audit_log']
        const some = tables.map((table) => `exists (select from ${table} where collection = $1)`)
        const [row] = await database.query<{ used: boolean }>(`select ${some.join(' or ')} as used`, [collection])
        return row?.used === false
      }),

    copyModerated: (to) =>
      use('Reading the changes of moderators', async (database) => {
        await copyFromDatabase(database, to)
        return readLines(database)
      }),

    prune: (record) =>
      use('Removing old indexes from the database', async (database) => {
        await dropUnusedBuilds(database)
        await dropUnusedReadings(database)
        await cache.prune(record)
      }),

    async close() {
      await Promise.all([owner.close(), answers.close()])
    },
  }
}

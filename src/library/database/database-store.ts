import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type Database, openDatabase, type Queries } from '../../database/database.ts'
import { DatabaseError } from '../../database/database-error.ts'
import { migrate } from '../../database/migrate.ts'
import { type AuditLog, auditFile } from '../changes/audit-log.ts'
import type { Lock } from '../disk/lock.ts'
import { LibraryError, systemCode, toLibraryError } from '../errors/library-error.ts'
import { OtherProgramError } from '../errors/other-program-error.ts'
import { ReindexBusyError } from '../errors/reindex-busy-error.ts'
import type { Generation } from '../generation/generation.ts'
import { SnapshotError } from '../snapshot/snapshot.ts'
import { type CurrentRecord, type LibraryStore, openStore } from '../snapshot/store.ts'
import { dropUnusedBuilds, dropUnusedReadings } from './build-tables.ts'
import { collection } from './collection.ts'
import { appendLines, openDatabaseAudit, readLines } from './database-audit.ts'
import { fetchBuild, fetchHashes, type StoredBuild } from './fetch-build.ts'
import { copyFromDatabase, copyToDatabase, readRemovals } from './moderated-articles.ts'
import { openBuildIndex } from './open-index.ts'
import { confirmLock, isHeldAs, readHolder, takeReindexLock } from './reindex-lock.ts'
import { rememberHash, storeBuild, type Writer } from './store-build.ts'
import { channel, watchPointer } from './watch-pointer.ts'

/** The folder below DATA_DIR with what a process keeps of the database. Anything in it can be deleted. */
const folderName = 'database'

export interface DatabaseStoreOptions extends Writer {
  readonly url: string
  /** DATA_DIR. */
  readonly dataDir: string
  readonly onTrouble?: ((sentence: string) => void) | undefined
}

/** What moderators changed and the audit log, in the form of a data folder. */
export interface Moderated {
  readonly dataDir: string
  /** Lines that the audit log gets. */
  readonly auditLines: readonly string[]
}

/** A store in PostgreSQL, which any number of processes share. */
export interface DatabaseStore extends LibraryStore {
  readonly audit: AuditLog
  /** Whether it has no index, no changes of moderators and no audit log. */
  isEmpty(): Promise<boolean>
  /** The same as `switchTo`, with what moderators changed elsewhere. */
  switchWith(record: CurrentRecord, lock: Pick<Lock, 'token'>, moderated: Moderated): Promise<void>
  /** Copies what moderators changed to an empty folder. Returns the lines of the audit log. */
  copyModerated(dataDir: string): Promise<readonly string[]>
  close(): Promise<void>
}

interface BuildRow extends StoredBuild {
  readonly program: string
  readonly node: string
}

/** How often it is asked whether a switch was made whose answer was lost, and the pause between, in milliseconds. */
const switchChecks = 20
const switchPauseMs = 500

/** Runs once it succeeds. */
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

async function findBuild(queries: Queries, generation: string): Promise<BuildRow | null> {
  const [row] = await queries.query<{
    build: string
    fingerprint: string
    program: string
    node: string
    articles: number
  }>(
    `select build, fingerprint, program, node, articles from builds
      where collection = $1 and generation = $2 and completed_at is not null order by build desc limit 1`,
    [collection, generation],
  )
  return row === undefined ? null : { ...row, build: Number(row.build) }
}

async function currentBuild(queries: Queries): Promise<number | null> {
  const [row] = await queries.query<{ build: string }>('select build from library where collection = $1', [collection])
  return row === undefined ? null : Number(row.build)
}

/** Moves what was written to the audit log of the copy to the database. */
async function moveAudit(queries: Queries, dataDir: string): Promise<void> {
  const path = join(dataDir, auditFile)
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return ''
    throw error
  })
  if (text === '') return
  await appendLines(
    queries,
    text.split('\n').filter((line) => line !== ''),
  )
  await rm(path, { force: true })
}

/** Opens the store that a database is. Nothing is connected to yet. */
export function openDatabaseStore(options: DatabaseStoreOptions): DatabaseStore {
  const { url, fingerprint, program, onTrouble } = options
  const dataDir = join(options.dataDir, folderName)
  const owner = openDatabase({ url, use: 'owner', onTrouble })
  const answers = openDatabase({ url, use: 'answers', connections: 8, onTrouble })
  const cache = openStore(dataDir, fingerprint)
  const ready = untilDone(() => migrate(owner))
  const writer: Writer = { fingerprint, program }

  /** Does work with the tables; an error is a sentence for the operator. */
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

  async function fetchGeneration(database: Database, generation: string, row: BuildRow): Promise<Generation> {
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

  async function switchTo(
    database: Database,
    record: CurrentRecord,
    lock: Pick<Lock, 'token'>,
    moderated: Moderated,
  ): Promise<void> {
    const build = (await findBuild(database, record.generation))?.build
    if (build === undefined) throw new LibraryError('The new index is not in the database (any more): try again.', null)
    try {
      await database.transaction(async (queries) => {
        await confirmLock(queries, lock.token)
        await copyToDatabase(queries, moderated.dataDir)
        await appendLines(queries, moderated.auditLines)
        await queries.query(
          `insert into library (collection, build, previous_build, indexed_at, indexed_by) values ($1, $2, null, $3, $4)
            on conflict (collection) do update set build = excluded.build, previous_build = library.build,
              indexed_at = excluded.indexed_at, indexed_by = excluded.indexed_by`,
          [collection, build, record.at, record.by],
        )
        await queries.query(`notify ${channel}`)
      })
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.trouble !== 'unavailable') throw error
      // The connection was lost, perhaps after the switch.
      for (let checks = 0; ; checks++) {
        const now = await currentBuild(database).catch(() => undefined)
        if (now === build) return
        if (now !== undefined || checks === switchChecks) throw error
        await delay(switchPauseMs)
      }
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

    lock: (by) =>
      use('Locking the database', async (database) => {
        const lock = await takeReindexLock(database, by)
        try {
          await moveAudit(database, dataDir)
          await copyFromDatabase(database, dataDir)
        } catch (error) {
          await lock.release().catch(() => undefined)
          throw error
        }
        return {
          ...lock,
          release: async () => {
            await moveAudit(database, dataDir).catch(() => undefined)
            await lock.release()
          },
        }
      }),

    borrowLock: (token) => ({
      token,
      isHeld: () => use('Reading the state of the database', (database) => isHeldAs(database, token)),
      release: async () => undefined,
    }),

    current: () =>
      use('Reading which index is the current one', async (database) => {
        const [row] = await database.query<{
          generation: string
          previous: string | null
          indexed_at: Date
          indexed_by: string
        }>(
          `select own.generation, before.generation as previous, indexed_at, indexed_by
            from library join builds as own on own.build = library.build
            left join builds as before on before.build = library.previous_build
            where library.collection = $1`,
          [collection],
        )
        if (row === undefined) return null
        const { generation, previous, indexed_at, indexed_by } = row
        return { generation, previous, folder: '', at: indexed_at.toISOString(), by: indexed_by }
      }),

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
        switchTo(database, record, lock, { dataDir, auditLines: [] }),
      ),

    switchWith: (record, lock, moderated) =>
      use('Switching to the index in the database', (database) => switchTo(database, record, lock, moderated)),

    isEmpty: () =>
      use('Looking whether the database is empty', async (database) => {
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

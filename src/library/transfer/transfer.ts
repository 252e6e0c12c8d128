import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { addedFolder, hiddenFile, isThere, removedFolder } from '../changes/article-places.ts'
import { auditFile, readAuditLines } from '../changes/audit-log.ts'
import type { DatabaseStore } from '../database/database-store.ts'
import { writeAtomically } from '../disk/atomic-file.ts'
import type { Lock } from '../disk/lock.ts'
import { LibraryError, toLibraryError } from '../errors/library-error.ts'
import { buildGeneration, type Generation, generationId, joinGeneration } from '../generation/generation.ts'
import { type CurrentRecord, currentFile, type LibraryStore } from '../snapshot/store.ts'
import { withLock } from '../snapshot/with-lock.ts'

// Copies a library from a data folder to a database, or back. Nothing is visible on the other side before all of it is there.

export interface TransferOptions {
  readonly folderStore: LibraryStore
  readonly databaseStore: DatabaseStore
  /** The version of the program, part of a generation's id. */
  readonly version: string
  readonly onTrouble: (sentence: string) => void
}

/** What was copied. */
export interface Transferred {
  readonly generation: string
  readonly articles: number
  readonly paragraphs: number
}

/** Who asks, as the locks and the index name it. */
const by = 'the transfer'
/** A folder in the data folder, while it is being filled. */
const stagingName = 'transfer.unfinished'
/** What a library has in a data folder besides its index, which `currentFile` names. */
const moderatedNames = [addedFolder, removedFolder, hiddenFile, auditFile]

function refused(sentence: string): LibraryError {
  return new LibraryError(sentence, null)
}

/** Loads the current generation of a store. */
async function loadCurrent(
  store: LibraryStore,
  where: string,
): Promise<{ generation: Generation; record: CurrentRecord }> {
  const record = await store.current()
  if (record === null)
    throw refused(`There is no index in ${where} that could be copied: run "node . reindex" there first.`)
  try {
    return { generation: await store.load(record.generation), record }
  } catch (error) {
    if (!store.isSnapshotError(error)) throw error
    throw refused(`${error.message}: run "node . reindex" there first.`)
  }
}

/** Checks that a store gives back what it was given: the id is a hash of the articles. */
async function verify(store: LibraryStore, { id, passages }: Generation, version: string): Promise<void> {
  const found = await store.load(id)
  if (generationId(found.articles, version) !== id || found.passages.length !== passages.length)
    throw refused(`The copy of generation ${id} is not the same: nothing was switched. Please report this.`)
}

function done({ id, articles, passages }: Generation): Transferred {
  return { generation: id, articles: articles.length, paragraphs: passages.length }
}

/** Does work under the locks of both sides. */
function withLocks<T>(
  { folderStore, databaseStore, onTrouble }: TransferOptions,
  work: (locks: { readonly folder: Lock; readonly database: Lock }) => Promise<T>,
): Promise<T> {
  return withLock({ store: folderStore, by, onTrouble }, (folder) =>
    withLock({ store: databaseStore, by, onTrouble }, (database) => work({ folder, database })),
  )
}

/**
 * Copies the library of a data folder to an empty database.
 * @throws LibraryError with a sentence if that fails; both sides then are as they were.
 */
export function transferToDatabase(options: TransferOptions): Promise<Transferred> {
  const { folderStore, databaseStore, version } = options
  const { dataDir } = folderStore
  return withLocks(options, async ({ database }) => {
    const { generation, record } = await loadCurrent(folderStore, dataDir)
    if (!(await databaseStore.isEmpty()))
      throw refused('The database has a library already: transfer to an empty database.')
    await databaseStore.keep(generation)
    await verify(databaseStore, generation, version)
    const auditLines = await readAuditLines(dataDir).catch((error: unknown) => {
      throw toLibraryError(`Reading ${join(dataDir, auditFile)}`, error)
    })
    await databaseStore.switchWith({ ...record, previous: null }, database, { dataDir, auditLines })
    return done(generation)
  })
}

/** The names of a library's own files in a data folder. */
async function ownNames(dataDir: string): Promise<readonly string[]> {
  const names = await readdir(dataDir).catch((): string[] => [])
  return names.filter((name) => name === currentFile || moderatedNames.includes(name))
}

/** The same generation with an index in this process. */
function withOwnIndex({ id, articles, skipped, parts }: Generation, version: string): Generation {
  const known = new Map(parts.readings().map((reading) => [reading.article, reading]))
  const built = buildGeneration({ articles, skipped }, version, known)
  return joinGeneration({ id, articles, skipped }, { ...parts, index: built.parts.index, openIndex: undefined })
}

/** Moves what was staged to its places. If that fails, it is removed from there again. */
async function moveStaged(staging: string, dataDir: string, switchTo: () => Promise<void>): Promise<void> {
  try {
    for (const name of await readdir(staging)) await rename(join(staging, name), join(dataDir, name))
    await switchTo()
  } catch (error) {
    for (const name of moderatedNames) await rm(join(dataDir, name), { recursive: true, force: true })
    throw error
  }
}

/**
 * Copies the library of a database to an empty data folder, for the articles' folder that `folder` is.
 * @throws LibraryError with a sentence if that fails; both sides then are as they were.
 */
export function transferToFolder(options: TransferOptions & { readonly folder: string }): Promise<Transferred> {
  const { folderStore, databaseStore, version, folder } = options
  const { dataDir } = folderStore
  const staging = join(dataDir, stagingName)
  return withLocks(options, async (locks) => {
    const taken = await ownNames(dataDir)
    if (taken.length > 0) {
      const why = (await isThere(staging))
        ? 'an earlier transfer was killed; remove them'
        : 'transfer to an empty DATA_DIR'
      throw refused(`There is a library in ${dataDir} already (${taken.join(', ')}): ${why}.`)
    }
    const { generation, record } = await loadCurrent(databaseStore, 'the database')
    try {
      await rm(staging, { recursive: true, force: true })
      await mkdir(staging, { recursive: true })
      const own = withOwnIndex(generation, version)
      await folderStore.keep(own)
      await verify(folderStore, own, version)
      const auditLines = await databaseStore.copyModerated(staging)
      if (auditLines.length > 0)
        await writeAtomically(join(staging, auditFile), auditLines.map((line) => `${line}\n`).join(''))
      await moveStaged(staging, dataDir, () =>
        folderStore.switchTo({ ...record, folder, previous: null }, locks.folder),
      )
    } catch (error) {
      throw toLibraryError('Copying the library', error)
    } finally {
      await rm(staging, { recursive: true, force: true })
    }
    return done(generation)
  })
}

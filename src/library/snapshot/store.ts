import { open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { unfinished, writeAtomically } from '../disk/atomic-file.ts'
import { isHeldAs, type Lock, LockedError, takeLock } from '../disk/lock.ts'
import { LibraryError, meaningOf, systemCode, toLibraryError } from '../errors/library-error.ts'
import { ReindexBusyError } from '../errors/reindex-busy-error.ts'
import type { Generation } from '../generation/generation.ts'
import { decodeSnapshot, encodeSnapshot, isOwnSnapshot, SnapshotError, snapshotHead } from './snapshot.ts'

const id = z.string().regex(/^[0-9a-f]{8}$/)

const recordSchema = z.object({
  generation: id,
  /** The one before it, which is kept as well; null where there is none. */
  previous: id.nullable(),
  /** The folder of the articles that it is of. */
  folder: z.string(),
  /** Since when, as an ISO time, and who asked for it. */
  at: z.string(),
  by: z.string(),
})

/** Which of the kept generations is the current one. */
export type CurrentRecord = z.infer<typeof recordSchema>

/** The file that says which generation is the current one, below the data folder. */
export const currentFile = 'current.json'
export const lockFile = 'reindex.lock'
const folderName = 'generations'
const extension = '.snapshot'

/** What is kept in a data folder, and the lock under which it is changed. */
export interface LibraryStore {
  /** The data folder. */
  readonly dataDir: string
  /** Takes the lock for `by`. @throws ReindexBusyError while a living process has it; LibraryError when it cannot be had. */
  lock(by: string): Promise<Lock>
  /** The lock that another thread of this process holds, by its token: it is checked here and released there. */
  borrowLock(token: string): Lock
  /** Whether an error says that what is kept cannot be used, and why. */
  isSnapshotError(error: unknown): error is Error
  /** The current one's record; null where there is none. @throws SnapshotError when it cannot be read. */
  current(): Promise<CurrentRecord | null>
  /** Whether there is one of `folder`, a real path, that this program wrote. It may prove damaged when it is loaded. */
  holds(folder: string): Promise<boolean>
  /** A generation that is kept. @throws SnapshotError when it is missing, damaged, or another program's. */
  load(generation: string): Promise<Generation>
  /** Keeps a generation beside the others. @throws LibraryError when it cannot be written. */
  keep(generation: Generation): Promise<void>
  /**
   * Makes a kept generation the current one, in one step, if the lock is still held when nothing else is left to do.
   * @throws LibraryError when the lock is no longer held, or the pointer cannot be written; then the old generation stays.
   */
  switchTo(record: CurrentRecord, lock: Pick<Lock, 'isHeld'>): Promise<void>
  /** Removes what is neither current nor the one before. What cannot be removed stays until the next time. */
  prune(record: CurrentRecord): Promise<void>
}

/** The data folder `dataDir`, which is made when something is kept. `shape` is the `shapeHash` of this program. */
export function openStore(dataDir: string, shape: string): LibraryStore {
  const folder = join(dataDir, folderName)
  const pointer = join(dataDir, currentFile)
  const fileOf = (generation: string) => join(folder, `${generation}${extension}`)

  async function read(path: string): Promise<Buffer | null> {
    try {
      return await readFile(path)
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null
      throw new SnapshotError('unreadable', `${path} cannot be read (${meaningOf(error)})`)
    }
  }

  return {
    dataDir,

    isSnapshotError: (error) => error instanceof SnapshotError,

    async lock(by) {
      try {
        return await takeLock(join(dataDir, lockFile), by)
      } catch (error) {
        if (error instanceof LockedError) throw new ReindexBusyError(error.holder)
        throw toLibraryError(`Locking ${dataDir}`, error)
      }
    },

    borrowLock: (token) => ({
      token,
      isHeld: () => isHeldAs(join(dataDir, lockFile), token),
      release: async () => undefined,
    }),

    async current() {
      const content = await read(pointer)
      if (content === null) return null
      try {
        return recordSchema.parse(JSON.parse(content.toString('utf8')))
      } catch {
        throw new SnapshotError('damaged', `${pointer} is damaged`)
      }
    },

    async holds(folder) {
      try {
        const record = recordSchema.parse(JSON.parse(await readFile(pointer, 'utf8')))
        const handle = await open(fileOf(record.generation))
        try {
          const { buffer } = await handle.read(Buffer.alloc(snapshotHead), 0, snapshotHead)
          return record.folder === folder && isOwnSnapshot(buffer, shape)
        } finally {
          await handle.close()
        }
      } catch {
        return false
      }
    },

    async load(generation) {
      const path = fileOf(generation)
      const bytes = await read(path)
      if (bytes === null) throw new SnapshotError('missing', `The snapshot ${path} is missing`)
      let found: Generation
      try {
        found = decodeSnapshot(bytes, shape)
      } catch (error) {
        if (error instanceof SnapshotError)
          throw new SnapshotError(error.trouble, `The snapshot ${path} ${error.message}`)
        throw error
      }
      if (found.id === generation) return found
      throw new SnapshotError('damaged', `The snapshot ${path} contains another generation, ${found.id}`)
    },

    async keep(generation) {
      try {
        await writeAtomically(fileOf(generation.id), encodeSnapshot(generation, shape))
      } catch (error) {
        throw toLibraryError(`Storing the new index in ${folder}`, error)
      }
    },

    async switchTo(record, lock) {
      const confirm = async () => {
        if (await lock.isHeld()) return
        throw new LibraryError('Another process took over the lock of this reindex: nothing was changed.', null)
      }
      try {
        await writeAtomically(pointer, `${JSON.stringify(record)}\n`, confirm)
      } catch (error) {
        throw toLibraryError(`Switching to the new index in ${dataDir}`, error)
      }
    },

    async prune({ generation, previous }) {
      const kept = new Set([generation, previous].map((kept) => `${kept}${extension}`))
      const isLeft = (name: string) => (name.endsWith(extension) && !kept.has(name)) || name.endsWith(unfinished)
      const left = await Promise.all(
        [folder, dataDir].map(async (where) => {
          const names = await readdir(where).catch((): string[] => [])
          return names.filter((name) => isLeft(name)).map((name) => join(where, name))
        }),
      )
      await Promise.all(left.flat().map((path) => rm(path, { force: true }).catch(() => undefined)))
    },
  }
}

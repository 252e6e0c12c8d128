import { unwatchFile, watchFile } from 'node:fs'
import { open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { unfinished, writeAtomically } from '../disk/atomic-file.ts'
import { isHeldAs, type Lock, LockedError, type LockHolder, lockHolder, takeLock } from '../disk/lock.ts'
import { LibraryError, meaningOf, systemCode, toLibraryError } from '../errors/library-error.ts'
import { ReindexBusyError } from '../errors/reindex-busy-error.ts'
import type { Generation } from '../generation/generation.ts'
import {
  decodeSnapshot,
  encodePieces,
  encodeSnapshot,
  isOwnSnapshot,
  type SnapshotBytes,
  SnapshotError,
  snapshotHead,
} from './snapshot.ts'
import { bytesInFile } from './snapshot-bytes.ts'
import type { OpenStoredIndex, Piece } from './stored-generation.ts'

const id = z.string().regex(/^[0-9a-f]{8}$/)

const recordSchema = z.object({
  generation: id,
  /** The previous generation, which is also stored; null if there is none. */
  previous: id.nullable(),
  /** The folder of its articles, a real path. */
  folder: z.string(),
  /** When it became the current one, as an ISO time, and who asked for it. */
  at: z.string(),
  by: z.string(),
})

/** Which of the stored generations is the current one. */
export type CurrentRecord = z.infer<typeof recordSchema>

/** The file in the data folder that names the current generation. */
export const currentFile = 'current.json'
export const lockFile = 'reindex.lock'
const folderName = 'generations'
const extension = '.snapshot'

/** Articles that moderators removed. */
export interface Removals {
  /** Articles of the articles' folder that are hidden, since when, as an ISO time, and by whom. */
  readonly hidden: readonly { readonly file: string; readonly at: string; readonly by: string }[]
  /** Added articles, and the folder that each was moved to. */
  readonly moved: readonly { readonly file: string; readonly aside: string }[]
}

/** How often the file that names the current generation is checked, in milliseconds. */
const watchEveryMs = 2000

/** The generations in a data folder, and the lock under which they are changed. */
export interface LibraryStore {
  /** The data folder. */
  readonly dataDir: string
  /** Whether processes on other machines use it: its generations are served whatever folder they were read from. */
  readonly isShared: boolean
  /** Takes the lock for `by`. @throws ReindexBusyError while a living process holds it; LibraryError if it cannot be taken. */
  lock(by: string): Promise<Lock>
  /** The lock that another thread of this process holds, by its token: this thread can check it, that thread releases it. */
  borrowLock(token: string): Lock
  /** Who holds the lock; null if nobody does. */
  holder(): Promise<Pick<LockHolder, 'by' | 'since'> | null>
  /** What moderators removed from a shared store; for any other store, the data folder says so. */
  readonly removals?: (() => Promise<Removals>) | undefined
  /** Calls a function when another process may have made another generation the current one. Returns a function that stops it. */
  watch(onChange: () => void): () => Promise<void>
  /** Whether an error says why a stored generation cannot be used. */
  isSnapshotError(error: unknown): error is Error
  /** The record of the current generation; null if there is none. @throws SnapshotError if it cannot be read. */
  current(): Promise<CurrentRecord | null>
  /** Whether the current generation is of `folder`, a real path, and was written by this version. It may still be damaged. */
  holds(folder: string): Promise<boolean>
  /** Loads a generation. @throws SnapshotError if it is missing, damaged, or from another version. */
  load(generation: string, openIndex?: OpenStoredIndex): Promise<Generation>
  /** Stores a generation next to the others. @throws LibraryError if it cannot be written. */
  keep(generation: Generation): Promise<void>
  /**
   * Makes a stored generation the current one in one step, if the lock is still held immediately before it.
   * @throws LibraryError if the lock is no longer held, or the pointer cannot be written; the old generation then stays.
   */
  switchTo(record: CurrentRecord, lock: Pick<Lock, 'token' | 'isHeld'>): Promise<void>
  /** Deletes all but the current and the previous generation. Files that cannot be deleted stay until the next time. */
  prune(record: CurrentRecord): Promise<void>
}

/** A store in a folder. */
export interface FolderStore extends LibraryStore {
  /** Stores a generation whose pieces come from elsewhere. @throws LibraryError if it cannot be written. */
  keepPieces(generation: string, pieces: AsyncIterable<Piece>): Promise<void>
}

/** The store in `dataDir`, which is created when something is stored. `fingerprint` is the `programFingerprint` of this program. */
export function openStore(dataDir: string, fingerprint: string): FolderStore {
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

  function openBytes(path: string): SnapshotBytes {
    try {
      return bytesInFile(path)
    } catch (error) {
      if (systemCode(error) === 'ENOENT') throw new SnapshotError('missing', `The snapshot ${path} is missing`)
      throw new SnapshotError('unreadable', `The snapshot ${path} cannot be read (${meaningOf(error)})`)
    }
  }

  return {
    dataDir,
    isShared: false,

    holder: () => lockHolder(join(dataDir, lockFile)),

    watch(onChange) {
      watchFile(pointer, { interval: watchEveryMs, persistent: false }, onChange)
      return async () => unwatchFile(pointer, onChange)
    },

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
          return record.folder === folder && isOwnSnapshot(buffer, fingerprint)
        } finally {
          await handle.close()
        }
      } catch {
        return false
      }
    },

    async load(generation, openIndex) {
      const path = fileOf(generation)
      const bytes = openBytes(path)
      let found: Generation
      try {
        found = decodeSnapshot(bytes, fingerprint, openIndex)
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
        await writeAtomically(fileOf(generation.id), encodeSnapshot(generation, fingerprint))
      } catch (error) {
        throw toLibraryError(`Storing the new index in ${folder}`, error)
      }
    },

    async keepPieces(generation, pieces) {
      try {
        await writeAtomically(fileOf(generation), encodePieces(generation, fingerprint, pieces))
      } catch (error) {
        throw toLibraryError(`Storing the index in ${folder}`, error)
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

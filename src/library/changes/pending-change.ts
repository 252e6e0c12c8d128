import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { writeAtomically } from '../disk/atomic-file.ts'
import { systemCode, toLibraryError } from '../errors/library-error.ts'
import { ReindexBusyError } from '../errors/reindex-busy-error.ts'
import type { LibraryStore } from '../snapshot/store.ts'
import { withLock } from '../snapshot/with-lock.ts'
import { type ArticlePlaces, addedFolder, isThere, pendingChangeFile } from './article-places.ts'
import { openAuditLog } from './audit-log.ts'
import { readHidden } from './hidden-articles.ts'
import { requesters } from './requesters.ts'

const fileChange = z.object({ does: z.enum(['add', 'remove', 'restore']), file: z.string() })

const schema = z.object({
  /** What is done to which files. */
  changes: z.array(fileChange),
  /** When it began, as an ISO time, and who makes it. */
  at: z.string(),
  by: z.string(),
})

type PendingChange = z.infer<typeof schema>

type Places = ArticlePlaces & { readonly dataDir: string }

/** Records that a change has begun, in case the program is killed before it ends. @throws the system's error. */
export async function writePendingChange(
  dataDir: string,
  changes: readonly z.infer<typeof fileChange>[],
  by: string,
): Promise<void> {
  const named = changes.map(({ does, file }) => ({ does, file }))
  const begun: PendingChange = { changes: named, at: new Date().toISOString(), by }
  await writeAtomically(join(dataDir, pendingChangeFile), `${JSON.stringify(begun)}\n`)
}

/** Deletes that record: the change is done or undone. */
export async function clearPendingChange(dataDir: string): Promise<void> {
  const path = join(dataDir, pendingChangeFile)
  await rm(path, { force: true }).catch(() => rm(path, { force: true }).catch(() => undefined))
}

async function readPendingChange(dataDir: string): Promise<PendingChange | 'damaged' | null> {
  let content: string
  try {
    content = await readFile(join(dataDir, pendingChangeFile), 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return null
    throw error
  }
  try {
    return schema.parse(JSON.parse(content))
  } catch {
    return 'damaged'
  }
}

/** Whether the next reindex would find an article at a path. */
async function isArticleNow(file: string, { folder, dataDir }: Places): Promise<boolean> {
  if (await isThere(join(dataDir, addedFolder, file))) return true
  const hidden = await readHidden(dataDir)
  return !hidden.some((one) => one.file === file) && (await isThere(join(folder, file)))
}

/**
 * If the program was killed during a change, records in the audit log whether the change was completed. The reindex lock must be held.
 * @throws LibraryError with a sentence if that cannot be determined or recorded.
 */
export async function recordInterruptedChange(places: Places): Promise<void> {
  const { dataDir } = places
  try {
    const begun = await readPendingChange(dataDir)
    if (begun === null) return
    const common = { user: null, guild: null, by: 'start', allowed: true } as const
    if (begun === 'damaged') {
      const result = `The program ended during a change, but ${pendingChangeFile}, which names it, cannot be read.`
      await openAuditLog(dataDir).append({ ...common, name: 'unknown', command: 'unknown', options: {}, result })
    } else {
      const { changes, at, by } = begun
      for (const { does, file } of changes) {
        const isDone = (await isArticleNow(file, places)) === (does !== 'remove')
        const result = `The program ended during this change, which was ${isDone ? 'completed' : 'not made'}.`
        const options = { does, file, begun: at }
        await openAuditLog(dataDir).append({ ...common, name: by, command: `articles-${does}`, options, result })
      }
    }
    await rm(join(dataDir, pendingChangeFile), { force: true })
  } catch (error) {
    throw toLibraryError('Recording the interrupted change in the audit log', error)
  }
}

/**
 * The same at program start, unless a reindex is running. If it fails, `onTrouble` is called with the reason, and the next start tries
 * again.
 */
export async function recordInterruptedChangeAtStart(
  store: Pick<LibraryStore, 'lock' | 'dataDir'>,
  folder: string,
  onTrouble: (sentence: string) => void,
): Promise<void> {
  const { dataDir } = store
  try {
    if (!(await isThere(join(dataDir, pendingChangeFile)))) return
    await withLock({ store, by: requesters.start, onTrouble }, () => recordInterruptedChange({ folder, dataDir }))
  } catch (error) {
    if (error instanceof ReindexBusyError) return
    onTrouble(toLibraryError(`Looking for an interrupted change in ${dataDir}`, error).message)
  }
}

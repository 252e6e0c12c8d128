import type { Lock } from '../disk/lock.ts'
import type { LibraryStore } from './store.ts'

/**
 * Does work under the lock of a data folder.
 * @throws ReindexBusyError while another process holds the lock; LibraryError if it cannot be taken; what `work` throws.
 */
export async function withLock<T>(
  {
    store,
    by,
    onTrouble,
  }: {
    readonly store: Pick<LibraryStore, 'lock'>
    /** Who asks, for people to read. */
    readonly by: string
    readonly onTrouble: (warning: string) => void
  },
  work: (lock: Lock) => Promise<T>,
): Promise<T> {
  const lock = await store.lock(by)
  try {
    return await work(lock)
  } finally {
    await lock.release().catch(() => onTrouble('The lock of the reindex could not be removed.'))
  }
}

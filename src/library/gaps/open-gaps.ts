import { deleteGaps } from './gap-file.ts'
import type { GapStore, GapStoreOptions } from './gap-store.ts'

/** The store of unanswered questions of a data folder, if they are to be kept. If not, those kept so far are deleted. */
export async function openGaps(isKept: boolean, options: GapStoreOptions): Promise<GapStore | null> {
  // Loaded on use: most bots keep none.
  if (isKept) return (await import('./gap-store.ts')).openGapStore(options)
  const { dataDir, onTrouble } = options
  await deleteGaps(dataDir).catch((error: Error) => onTrouble(error.message))
  return null
}

import type { AuditLog } from './changes/audit-log.ts'
import { type LibraryStore, openStore } from './snapshot/store.ts'

/** Where a library is stored. */
export interface StoreSettings {
  /** DATA_DIR. */
  readonly dataDir: string
  /** The URL of the database that holds the library instead of DATA_DIR; undefined: none does. */
  readonly databaseUrl?: string | undefined
  /** The version of this program, and its `programFingerprint`. */
  readonly version: string
  readonly fingerprint: string
}

/** A store, and the audit log beside it. */
export interface OpenedStore {
  readonly store: LibraryStore
  readonly audit: AuditLog
}

/** Opens the store that the settings name. `onTrouble` is called with a sentence about a problem. */
export async function openLibraryStore(
  { dataDir, databaseUrl, version, fingerprint }: StoreSettings,
  onTrouble?: (sentence: string) => void,
): Promise<OpenedStore> {
  if (databaseUrl !== undefined) {
    const { openDatabaseStore } = await import('./database/database-store.ts')
    const store = openDatabaseStore({ url: databaseUrl, dataDir, program: version, fingerprint, onTrouble })
    return { store, audit: store.audit }
  }
  const { openAuditLog } = await import('./changes/audit-log.ts')
  return { store: openStore(dataDir, fingerprint), audit: openAuditLog(dataDir) }
}

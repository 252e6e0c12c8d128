import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../config/config.ts'
import { pendingChangeFile } from '../../library/changes/article-places.ts'
import type { OpenedStore } from '../../library/open-store.ts'
import { warnWith } from './open-log.ts'
import { readManifest } from './program-files.ts'

/**
 * Whether the library is stored: the settings name DATA_DIR or a database, or there is an index in the default DATA_DIR. Any other folder of that
 * name is left alone.
 */
export function usesStore({ dataDir, dataDirIsSet, databaseUrl }: Config): boolean {
  return databaseUrl !== undefined || dataDirIsSet || existsSync(join(dataDir, 'current.json'))
}

/** Opens the store that the settings name, DATA_DIR or the database, and records a change of the articles that a crash interrupted. */
export async function openConfiguredStore(config: Config): Promise<OpenedStore> {
  const { articlesDir, dataDir, databaseUrl } = config
  const [{ openLibraryStore }, { programFingerprint }] = await Promise.all([
    import('../../library/open-store.ts'),
    import('../../library/program-fingerprint.ts'),
  ])
  const { version, dependencies } = readManifest()
  const onTrouble = warnWith(config)
  const settings = { dataDir, databaseUrl, version, fingerprint: programFingerprint(dependencies) }
  const opened = await openLibraryStore(settings, onTrouble)
  const { store } = opened
  if (existsSync(join(store.dataDir, pendingChangeFile))) {
    const { recordInterruptedChangeAtStart } = await import('../../library/changes/pending-change.ts')
    await recordInterruptedChangeAtStart(store, articlesDir, onTrouble)
  }
  return opened
}

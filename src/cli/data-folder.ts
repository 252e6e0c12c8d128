import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config/config.ts'
import { pendingChangeFile } from '../library/changes/article-places.ts'
import type { OpenedStore } from '../library/open-store.ts'
import { openLog } from './open-log.ts'
import { readManifest } from './program-files.ts'

/** Whether DATA_DIR is in use: the settings name it or a database, or it holds an index. Any other folder of that name is left alone. */
export function usesDataFolder({ dataDir, dataDirIsSet, databaseUrl }: Config): boolean {
  return databaseUrl !== undefined || dataDirIsSet || existsSync(join(dataDir, 'current.json'))
}

/** Opens DATA_DIR or the database, and records a change of the articles that a crash interrupted. */
export async function openDataFolder(config: Config): Promise<OpenedStore> {
  const { articlesDir, dataDir, databaseUrl } = config
  const [{ openLibraryStore }, { programFingerprint }] = await Promise.all([
    import('../library/open-store.ts'),
    import('../library/program-fingerprint.ts'),
  ])
  const { version, dependencies } = readManifest()
  const settings = { dataDir, databaseUrl, version, fingerprint: programFingerprint(dependencies) }
  const opened = await openLibraryStore(settings, (warning) => void openLog(config).then((log) => log.warn(warning)))
  const { store } = opened
  if (existsSync(join(store.dataDir, pendingChangeFile))) {
    const { recordInterruptedChangeAtStart } = await import('../library/changes/pending-change.ts')
    await recordInterruptedChangeAtStart(
      store,
      articlesDir,
      (warning) => void openLog(config).then((log) => log.warn(warning)),
    )
  }
  return opened
}

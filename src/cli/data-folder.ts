import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config/config.ts'
import { pendingChangeFile } from '../library/changes/article-places.ts'
import type { LibraryStore } from '../library/snapshot/store.ts'
import { openLog } from './open-log.ts'
import { readManifest } from './program-files.ts'

/** Whether DATA_DIR is in use: the settings name it, or it holds an index. Any other folder of that name is left alone. */
export function usesDataFolder({ dataDir, dataDirIsSet }: Config): boolean {
  return dataDirIsSet || existsSync(join(dataDir, 'current.json'))
}

/** Opens DATA_DIR, and records a change of the articles that a crash interrupted. */
export async function openDataFolder(config: Config): Promise<LibraryStore> {
  const { articlesDir, dataDir } = config
  const [{ openStore }, { programFingerprint }] = await Promise.all([
    import('../library/snapshot/store.ts'),
    import('../library/program-fingerprint.ts'),
  ])
  const store = openStore(dataDir, programFingerprint(readManifest().dependencies))
  if (existsSync(join(dataDir, pendingChangeFile))) {
    const { recordInterruptedChangeAtStart } = await import('../library/changes/pending-change.ts')
    await recordInterruptedChangeAtStart(
      store,
      articlesDir,
      (warning) => void openLog(config).then((log) => log.warn(warning)),
    )
  }
  return store
}

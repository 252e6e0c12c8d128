import { realpath } from 'node:fs/promises'
import { type Config, ConfigError } from '../../config/config.ts'
import { openDatabaseStore } from '../../library/database/database-store.ts'
import { programFingerprint } from '../../library/program-fingerprint.ts'
import { openStore } from '../../library/snapshot/store.ts'
import { transferToDatabase, transferToFolder } from '../../library/transfer/transfer.ts'
import { warnWith } from '../support/open-log.ts'
import { readManifest } from '../support/program-files.ts'

/** Copies the library between DATA_DIR and the database, and says what was copied. */
export async function transfer(config: Config, to: 'database' | 'folder'): Promise<void> {
  const { articlesDir, dataDir, databaseUrl } = config
  if (databaseUrl === undefined) throw new ConfigError(['DATABASE_URL must be set to the database to copy to or from.'])
  const { version, dependencies } = readManifest()
  const fingerprint = programFingerprint(dependencies)
  const onTrouble = warnWith(config)
  const databaseStore = openDatabaseStore({ url: databaseUrl, dataDir, fingerprint, program: version, onTrouble })
  const options = { folderStore: openStore(dataDir, fingerprint), databaseStore, version, onTrouble }
  try {
    const folder = await realpath(articlesDir).catch(() => articlesDir)
    const { generation, articles, paragraphs } = await (to === 'database'
      ? transferToDatabase(options)
      : transferToFolder({ ...options, folder }))
    const where = to === 'database' ? 'the database' : dataDir
    process.stdout.write(
      `Generation ${generation} (${articles} articles, ${paragraphs} paragraphs) is now in ${where}.\n`,
    )
  } finally {
    await databaseStore.close()
  }
}

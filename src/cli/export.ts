import type { Config } from '../config/config.ts'
import { exportQuotations } from '../console/export-quotations.ts'
import { usesDataFolder } from './data-folder.ts'
import { openLog } from './open-log.ts'
import { reading } from './program-files.ts'

/** Writes every quotation of the articles to standard output, one JSON object per line. */
export async function exportArticles(config: Config): Promise<void> {
  const { articlesDir: folder, dataDir } = config
  const places = { folder, dataDir: usesDataFolder(config) ? dataDir : undefined }
  const skipped = await exportQuotations(places, reading, process.stdout)
  if (skipped.length > 0) (await openLog(config)).warn({ skipped }, 'some files were not exported')
}

import type { Config } from '../../config/config.ts'
import { exportLines } from '../../console/export-lines.ts'
import type { ExportedKind } from '../../console/exported.ts'
import { usesStore } from '../support/configured-store.ts'
import { openLog } from '../support/open-log.ts'
import { reading } from '../support/program-files.ts'

/** Writes every quotation or statement of the articles to standard output, one JSON object per line. */
export async function exportArticles(config: Config, exported: ExportedKind): Promise<void> {
  const { articlesDir: folder, dataDir } = config
  const places = { folder, dataDir: usesStore(config) ? dataDir : undefined }
  const skipped = await exportLines(exported, places, reading, process.stdout)
  if (skipped.length > 0) (await openLog(config)).warn({ skipped }, 'some files were not exported')
}

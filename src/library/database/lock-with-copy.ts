import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../../database/database.ts'
import { auditFile, readAuditLines } from '../changes/audit-log.ts'
import type { Lock } from '../disk/lock.ts'
import { appendLines } from './database-audit.ts'
import { copyFromDatabase } from './moderated-articles.ts'
import { takeReindexLock } from './reindex-lock.ts'

/** Moves the lines of the copy's audit log to the database. */
async function moveAudit(database: Database, dataDir: string): Promise<void> {
  const lines = await readAuditLines(dataDir)
  if (lines.length === 0) return
  await appendLines(database, lines)
  await rm(join(dataDir, auditFile), { force: true })
}

/**
 * Takes the lock for `by`, and brings the copy of what moderators changed up to date.
 * @throws ReindexBusyError while another process holds it; DatabaseError
 */
export async function lockWithCopy(database: Database, dataDir: string, by: string): Promise<Lock> {
  const lock = await takeReindexLock(database, by)
  try {
    await moveAudit(database, dataDir)
    await copyFromDatabase(database, dataDir)
  } catch (error) {
    await lock.release().catch(() => undefined)
    throw error
  }
  return {
    ...lock,
    release: async () => {
      await moveAudit(database, dataDir).catch(() => undefined)
      await lock.release()
    },
  }
}

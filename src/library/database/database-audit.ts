import type { Database, Queries } from '../../database/database.ts'
import { type AuditEntry, type AuditLog, auditLine } from '../changes/audit-log.ts'
import { toLibraryError } from '../errors/library-error.ts'
import { collection } from './collection.ts'

/** Appends lines of an audit log. */
export async function appendLines(queries: Queries, lines: readonly string[]): Promise<void> {
  for (const line of lines)
    await queries.query('insert into audit_log (collection, entry) values ($1, $2)', [collection, line])
}

/** The audit log in the database: the same lines as in the file of a data folder. */
export function openDatabaseAudit(database: Database): AuditLog {
  return {
    async append(entry: AuditEntry) {
      try {
        await appendLines(database, [auditLine(entry)])
      } catch (error) {
        throw toLibraryError('Writing to the audit log', error)
      }
    },
  }
}

import type { Database, Queries } from '../../database/database.ts'
import { type AuditEntry, type AuditLog, auditLine } from '../changes/audit-log.ts'
import { toLibraryError } from '../errors/library-error.ts'
import { collection } from './collection.ts'

/** Appends lines of an audit log. */
export async function appendLines(queries: Queries, lines: readonly string[]): Promise<void> {
  for (const line of lines)
    await queries.query('insert into audit_log (collection, entry) values ($1, $2)', [collection, line])
}

/** All lines of the audit log, in order. */
export async function readLines(queries: Queries): Promise<readonly string[]> {
  const rows = await queries.query<{ entry: string }>('select entry from audit_log where collection = $1 order by id', [
    collection,
  ])
  return rows.map(({ entry }) => entry)
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

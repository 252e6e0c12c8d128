/** Why a statement failed. */
export type DatabaseTrouble =
  /** The server cannot be reached, is starting or stopping, or did not answer in time. */
  | 'unavailable'
  /** A table does not exist, or no longer does. */
  | 'no-table'
  /** The server refused the connection or the statement. */
  | 'refused'

/**
 * The database cannot be used. The message is a sentence for people. It contains neither the URL nor values, which may contain a password or a
 * question.
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly trouble: DatabaseTrouble
  /** The code of the system ("ECONNREFUSED") or of PostgreSQL ("57P01"), or null. */
  readonly code: string | null

  constructor(trouble: DatabaseTrouble, message: string, code: string | null) {
    super(message)
    this.trouble = trouble
    this.code = code
  }
}

const noTable = '42P01'
/** Classes of PostgreSQL's codes for temporary errors: connection, resources, operator intervention. */
const isTemporary = /^(?:08|53|57)/
/** Wrong password, no such database. */
const isConnection = /^(?:28|3D)/
/** Node's codes for a certificate that is not trusted: the first ones from OpenSSL (`X509_V_ERR_…`), the last from the check of the host name. */
const isCertificate = /^(?:UNABLE_TO_(?:GET|VERIFY|DECRYPT)_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_|ERR_TLS_CERT_)/
/** What `pg` says, without a code. */
const withoutTls = 'The server does not support SSL connections'
const isSqlState = /^[0-9A-Z]{5}$/

function codeOf(error: unknown): string | null {
  // Several addresses were tried.
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** Turns an error of the client into a DatabaseError; a bug stays as it is. The client's message is left out, because it may contain values. */
export function toDatabaseError(error: unknown): unknown {
  if (error instanceof DatabaseError || error instanceof TypeError || error instanceof RangeError) return error
  const code = codeOf(error)
  const shown = code === null ? '' : ` (${code})`
  if (code === noTable) return new DatabaseError('no-table', `The database lacks a table${shown}.`, code)
  if (code !== null && isConnection.test(code))
    return new DatabaseError('refused', `The database refuses the connection${shown}: check DATABASE_URL.`, code)
  if (code !== null && isCertificate.test(code))
    return new DatabaseError(
      'refused',
      `The database's certificate is not trusted${shown}: check sslrootcert in DATABASE_URL, and the host name.`,
      code,
    )
  if (error instanceof Error && 'syscall' in error && error.syscall === 'open')
    return new DatabaseError(
      'refused',
      `A file that DATABASE_URL names cannot be read${shown}: check sslrootcert.`,
      code,
    )
  if (error instanceof Error && error.message === withoutTls)
    return new DatabaseError('refused', 'The database has no TLS: check sslmode in DATABASE_URL.', code)
  // Codes of the system ("EPIPE") may look like those of PostgreSQL, which begin with a digit, F, H, P or X.
  if (code === null || code.startsWith('E') || isTemporary.test(code) || !isSqlState.test(code))
    return new DatabaseError('unavailable', `The database cannot be reached${shown}: try again in a minute.`, code)
  return new DatabaseError('refused', `The database refuses a statement${shown}.`, code)
}

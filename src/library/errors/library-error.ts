/** The library's data cannot be stored or read. The message is a sentence for the operator. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError'
  /** The code of the system error ("ENOSPC"), or null. */
  readonly code: string | null

  constructor(message: string, code: string | null, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

const meanings: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'it is read-only',
  EACCES: 'permission is denied',
  EPERM: 'it is not permitted',
  EIO: 'the disk reports an error',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOENT: 'it does not exist',
  ENOTDIR: 'it is not a folder',
  EEXIST: 'something else has that name',
  EXDEV: 'it spans two disks',
}

/** The code of a system error, or null. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** The meaning of a system error, in a few words with its code. */
export function meaningOf(error: unknown): string {
  const code = systemCode(error)
  if (code === null) return error instanceof Error ? error.message : 'unknown error'
  const meaning = meanings[code]
  return meaning === undefined ? code : `${meaning}, ${code}`
}

/** A system error during `what` ("keeping the new index in data/"), as a sentence. */
export function toLibraryError(what: string, error: unknown): LibraryError {
  if (error instanceof LibraryError) return error
  return new LibraryError(`${what} failed (${meaningOf(error)}): fix this and try again.`, systemCode(error), {
    cause: error,
  })
}

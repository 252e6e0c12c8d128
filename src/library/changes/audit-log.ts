import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { asLibraryError, LibraryError } from '../errors/library-error.ts'

/** What moderators did, or were kept from doing. */
export interface AuditEntry {
  /** Who: the id of a user of Discord, or null for whoever has the console; and a name for people. */
  readonly user: string | null
  readonly name: string
  /** The server that it was done in; null outside of one. */
  readonly guild: string | null
  /** What: a command's name with its options, and how it was asked for. */
  readonly command: string
  readonly options: Readonly<Record<string, string | number | boolean>>
  readonly by: 'command' | 'button' | 'console' | 'start'
  /** Whether it was allowed, and the sentence that came of it. */
  readonly allowed: boolean
  readonly result: string
}

/** A log that is only ever added to. */
export interface AuditLog {
  /** Adds a line. @throws LibraryError with a sentence where that fails. */
  append(entry: AuditEntry): Promise<void>
}

/** The log's name below the data folder. */
export const auditFile = 'audit.log'

const maxTextLength = 300
// What JSON leaves as it is, and a terminal would obey: further control characters, and those that hide or turn text round.
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('')
}

function lineOf(entry: AuditEntry): string {
  const short = (_: string, value: unknown): unknown =>
    typeof value === 'string' && value.length > maxTextLength
      ? `${value.slice(0, maxTextLength).toWellFormed()}…`
      : value
  return `${JSON.stringify({ at: new Date().toISOString(), ...entry }, short).replace(unsafe, escaped)}\n`
}

/**
 * The audit log of a data folder: JSON lines, each added in one write. A last line that a kill or a full disk has torn is ended by the
 * next one, so that it is the only one that cannot be read.
 */
export function openAuditLog(dataDir: string): AuditLog {
  const path = join(dataDir, auditFile)
  let before: Promise<void> = Promise.resolve()

  async function append(entry: AuditEntry): Promise<void> {
    try {
      await mkdir(dataDir, { recursive: true })
      const file = await open(path, 'a+', 0o640)
      try {
        const { size } = await file.stat()
        const last = Buffer.alloc(1)
        if (size > 0) await file.read(last, 0, 1, size - 1)
        const isTorn = size > 0 && last.toString('latin1') !== '\n'
        const line = Buffer.from((isTorn ? '\n' : '') + lineOf(entry))
        const { bytesWritten } = await file.write(line)
        if (bytesWritten < line.length)
          throw new LibraryError(`Only part of a line could be written to ${path}: free some space.`, 'ENOSPC')
        await file.datasync()
      } finally {
        await file.close()
      }
    } catch (error) {
      throw asLibraryError(`Writing to the audit log ${path}`, error)
    }
  }

  return {
    // One after the other, so that of two lines each finds the end of the one before it.
    append(entry) {
      const done = before.then(() => append(entry))
      before = done.catch(() => undefined)
      return done
    },
  }
}

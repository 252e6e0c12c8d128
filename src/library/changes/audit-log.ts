import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { appendLine } from '../disk/append-line.ts'
import { systemCode, toLibraryError } from '../errors/library-error.ts'

/** What someone did to the articles, or was not allowed to do. */
export interface AuditEntry {
  /** Who: the id of a Discord user, or null on the console; and a name for people. */
  readonly user: string | null
  readonly name: string
  /** The id of the server in which it was done; null outside servers. */
  readonly guild: string | null
  /** What: a command's name with its options, and how it was asked for. */
  readonly command: string
  readonly options: Readonly<Record<string, string | number | boolean>>
  readonly by: 'command' | 'button' | 'form' | 'console' | 'start'
  /** Whether it was allowed, and the outcome as a sentence. */
  readonly allowed: boolean
  readonly result: string
}

/** An append-only log. */
export interface AuditLog {
  /** Appends a line. @throws LibraryError with a sentence if that fails. */
  append(entry: AuditEntry): Promise<void>
}

/** The log's name in the data folder. */
export const auditFile = 'audit.log'

const maxTextLength = 300
// Characters that JSON does not escape but a terminal would interpret: control characters, and those that hide or reorder text.
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('')
}

/** An entry as a line of JSON, without the end of the line. */
export function auditLine(entry: AuditEntry): string {
  const short = (_: string, value: unknown): unknown =>
    typeof value === 'string' && value.length > maxTextLength
      ? `${value.slice(0, maxTextLength).toWellFormed()}…`
      : value
  return JSON.stringify({ at: new Date().toISOString(), ...entry }, short).replace(unsafe, escaped)
}

/** The lines of the audit log of a data folder; none if there is no log. */
export async function readAuditLines(dataDir: string): Promise<readonly string[]> {
  const text = await readFile(join(dataDir, auditFile), 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').filter((line) => line !== '')
}

/**
 * The audit log of a data folder: JSON lines, each appended in one write. If a kill or a full disk cut off the last line, the next one
 * begins on a new line, so that only the line cut off cannot be read.
 */
export function openAuditLog(dataDir: string): AuditLog {
  const path = join(dataDir, auditFile)
  let before: Promise<void> = Promise.resolve()

  async function append(entry: AuditEntry): Promise<void> {
    try {
      await appendLine(path, auditLine(entry))
    } catch (error) {
      throw toLibraryError(`Writing to the audit log ${path}`, error)
    }
  }

  return {
    // One at a time: each append must see whether the line before it is complete.
    append(entry) {
      const done = before.then(() => append(entry))
      before = done.catch(() => undefined)
      return done
    },
  }
}

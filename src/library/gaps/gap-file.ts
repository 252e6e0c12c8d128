import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { appendLine } from '../disk/append-line.ts'
import { writeAtomically } from '../disk/atomic-file.ts'
import { systemCode, toLibraryError } from '../errors/library-error.ts'
import { type GapRecord, readRecord } from './gap-record.ts'

/** The name of the file in the data folder. */
export const gapsFile = 'gaps.jsonl'

/** The file never grows to this many bytes by itself; of a larger one the end is read. */
const maxBytes = 4 * 1024 * 1024

/** The file of the gaps in a data folder: one record on each line. */
export interface GapFile {
  /** The records, and whether there are lines that are none. @throws LibraryError if the file cannot be read. */
  read(): Promise<{ readonly records: readonly GapRecord[]; readonly isDamaged: boolean }>
  /** @throws LibraryError if that fails. */
  append(record: GapRecord): Promise<void>
  /** Replaces all records in one step. @throws LibraryError if that fails; the old ones then stay. */
  rewrite(records: readonly GapRecord[]): Promise<void>
}

async function readEnd(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const length = Math.min(size, maxBytes)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length)
    return buffer.subarray(0, bytesRead).toString('utf8')
  } finally {
    await file.close()
  }
}

export function openGapFile(dataDir: string): GapFile {
  const path = join(dataDir, gapsFile)
  const failed = (error: unknown) => {
    throw toLibraryError(`Keeping unanswered questions in ${path}`, error)
  }
  return {
    async read() {
      const text = await readEnd(path).catch((error: unknown) => (systemCode(error) === 'ENOENT' ? '' : failed(error)))
      const lines = text.split('\n').filter((line) => line !== '')
      const records = lines.map(readRecord).filter((record) => record !== null)
      return { records, isDamaged: records.length < lines.length }
    },
    append: (record) => appendLine(path, JSON.stringify(record)).catch(failed),
    rewrite: (records) =>
      writeAtomically(path, records.map((record) => `${JSON.stringify(record)}\n`).join('')).catch(failed),
  }
}

/** Deletes the file, if there is one. @throws LibraryError if that fails. */
export async function deleteGaps(dataDir: string): Promise<void> {
  const path = join(dataDir, gapsFile)
  await rm(path, { force: true }).catch((error: unknown) => {
    throw toLibraryError(`Deleting the unanswered questions in ${path}`, error)
  })
}

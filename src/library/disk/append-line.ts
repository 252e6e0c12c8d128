import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { LibraryError } from '../errors/library-error.ts'

/**
 * Appends a line to a file in one write, and flushes it to disk. If a kill or a full disk cut off the last line, the new one begins on a
 * new line, so that only the line cut off cannot be read. Creates the file and its folder if necessary. Appends to one file must not
 * overlap: each must see whether the line before it is complete.
 * @throws the system's error, or LibraryError if only a part could be written.
 */
export async function appendLine(path: string, line: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'a+', 0o640)
  try {
    const { size } = await file.stat()
    const last = Buffer.alloc(1)
    if (size > 0) await file.read(last, 0, 1, size - 1)
    const isTorn = size > 0 && last.toString('latin1') !== '\n'
    const bytes = Buffer.from(`${isTorn ? '\n' : ''}${line}\n`)
    const { bytesWritten } = await file.write(bytes)
    if (bytesWritten < bytes.length)
      throw new LibraryError(`Only part of a line could be written to ${path}: free some space.`, 'ENOSPC')
    await file.datasync()
  } finally {
    await file.close()
  }
}

import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { meaningOf } from '../errors/library-error.ts'
import { type SnapshotBytes, SnapshotError } from './snapshot.ts'

/** The bytes of a snapshot in memory. */
export function bytesInMemory(bytes: Buffer): SnapshotBytes {
  return {
    size: bytes.length,
    // A copy, because V8 reads the numbers of the index in place, at offsets that are multiples of eight.
    read: (start, length) => Buffer.from(bytes.subarray(start, start + length)),
  }
}

/** Closes the files of snapshots that nothing refers to any more. */
const forgotten = new FinalizationRegistry<number>(closeSync)

/**
 * The bytes of a snapshot in a file, which stays open: they are also there after another process has deleted it.
 * @throws the system's error if it cannot be opened.
 */
export function bytesInFile(path: string): SnapshotBytes {
  const file = openSync(path, 'r')
  const bytes: SnapshotBytes = {
    size: fstatSync(file).size,
    read(start, length) {
      const found = Buffer.allocUnsafeSlow(length)
      try {
        for (let at = 0; at < length; ) {
          const count = readSync(file, found, at, length - at, start + at)
          if (count === 0) throw new SnapshotError('damaged', 'is damaged (its end is missing)')
          at += count
        }
      } catch (error) {
        if (error instanceof SnapshotError) throw error
        throw new SnapshotError('unreadable', `cannot be read (${meaningOf(error)})`)
      }
      return found
    },
  }
  forgotten.register(bytes, file)
  return bytes
}

import { fileURLToPath } from 'node:url'
import type { ReadingOptions } from '../library/reader/file-reader.ts'

/** Files that may take long to read are read in a thread that runs this. */
export const reading: ReadingOptions = {
  thread: fileURLToPath(new URL('../library/reader/thread.js', import.meta.url)),
}

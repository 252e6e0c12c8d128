import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { programFolder } from '../config/config.ts'
import type { ReadingOptions } from '../library/reader/file-reader.ts'

/** Files that may take long to read are read in a thread that runs this. */
export const reading: ReadingOptions = {
  thread: fileURLToPath(new URL('../library/reader/thread.js', import.meta.url)),
}

/** What the program's package.json says. */
export interface Manifest {
  readonly version: string
  /** The pinned versions of the dependencies, which shape what is read of an article. */
  readonly dependencies: string
}

/** Reads the program's package.json. */
export function readManifest(): Manifest {
  const manifest: unknown = JSON.parse(readFileSync(`${programFolder}package.json`, 'utf8'))
  if (typeof manifest !== 'object' || manifest === null) return { version: 'unknown', dependencies: '' }
  const version = 'version' in manifest && typeof manifest.version === 'string' ? manifest.version : 'unknown'
  return { version, dependencies: JSON.stringify('dependencies' in manifest ? manifest.dependencies : null) }
}

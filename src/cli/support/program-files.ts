import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ReadingOptions } from '../../library/reader/file-reader.ts'
import { programRoot } from '../../program/program-root.ts'

/** A bundled entry point of the program (`bundle.mjs` lists them). */
const entryPoint = (name: 'worker' | 'thread') => join(programRoot, 'dist/app', `${name}.js`)

/** Files that may take long to read are read in a thread that runs this. */
export const reading: ReadingOptions = { thread: entryPoint('thread') }

/** What the thread runs that answers for Discord. */
export const workerFile: URL = pathToFileURL(entryPoint('worker'))

/** What the program's package.json says. */
export interface Manifest {
  readonly version: string
  /** The pinned versions of the dependencies, which shape what is read of an article. */
  readonly dependencies: string
}

/** Reads the program's package.json. */
export function readManifest(): Manifest {
  const manifest: unknown = JSON.parse(readFileSync(join(programRoot, 'package.json'), 'utf8'))
  if (typeof manifest !== 'object' || manifest === null) return { version: 'unknown', dependencies: '' }
  const version = 'version' in manifest && typeof manifest.version === 'string' ? manifest.version : 'unknown'
  return { version, dependencies: JSON.stringify('dependencies' in manifest ? manifest.dependencies : null) }
}

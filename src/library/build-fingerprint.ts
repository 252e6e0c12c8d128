import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { programRoot } from '../program/program-root.ts'
import { type ResourceName, readBytes, resourceNames, resourcePath } from '../resources/resources.ts'

/** The folders with code that affects the content of a generation. */
const shapingFolders = [
  'program',
  'log',
  'messages',
  'resources',
  'database',
  'language',
  'corpus',
  'reading',
  'search',
  'library',
]
const code = /\.[jt]s$/
const typesOnly = /\.d\.ts$/

/** The data files that affect the content of a generation: all but those of `src/answers`, which only reads generations. */
export const shapingResources: readonly ResourceName[] = resourceNames.filter(
  (name) => !/^(?:lexicons|models)\/answers\//.test(name),
)

/** The code that runs: `src` itself, or what it is compiled to. The bundles in `dist/app` are made of that. */
const isSource = import.meta.url.endsWith('.ts')
const source = join(programRoot, isSource ? 'src' : 'dist/src')
/** The compiler's build info file. It changes with every change of the compiled code; without a build there is none. */
const buildRecord = join(source, '../.tsbuildinfo')
/** The output of a build: the fingerprint in the first line, then the state of the files that it was computed from. */
const fingerprintFile = join(source, '../build-fingerprint.txt')

function codeFiles(): readonly string[] {
  const files = shapingFolders.flatMap((folder) =>
    readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  return files.filter((file) => code.test(file) && !typesOnly.test(file)).sort()
}

/** Computes a SHA-256 over the code and the data files that affect a generation. It reads all of them, which takes tens of milliseconds. */
export function computeFingerprint(): string {
  const hash = createHash('sha256')
  for (const file of codeFiles()) hash.update(JSON.stringify(file)).update(readFileSync(join(source, file)))
  for (const name of shapingResources) hash.update(JSON.stringify(name)).update(readBytes(name))
  return hash.digest('hex')
}

/** Sizes and times of the files that show whether code or data have changed since the build. */
function stateOfFiles(): string {
  return [buildRecord, ...shapingResources.map(resourcePath)]
    .map((path) => {
      const { size, mtimeMs } = statSync(path)
      return `${size} ${mtimeMs}`
    })
    .join('\n')
}

/** The fingerprint of the last build, or null if there is none, or if code or data have changed since. */
export function builtFingerprint(): string | null {
  try {
    const [fingerprint = '', ...state] = readFileSync(fingerprintFile, 'utf8').split('\n')
    return state.join('\n') === stateOfFiles() ? fingerprint : null
  } catch {
    // There is no build, or a data file is missing: computing the fingerprint shows which.
    return null
  }
}

/** Computes the fingerprint of a build if code or data have changed, and stores it next to the compiled code. */
export function writeBuildFingerprint(): void {
  if (builtFingerprint() !== null) return
  const state = stateOfFiles()
  writeFileSync(fingerprintFile, `${computeFingerprint()}\n${state}`)
}

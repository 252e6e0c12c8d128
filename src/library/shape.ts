import { createHash } from 'node:crypto'
import { builtFingerprint, computeFingerprint } from './build-fingerprint.ts'

/**
 * A hash of all that shapes a generation apart from the articles: this program's code with its options, its data files,
 * `libraries` (the versions of those in use), and the versions of what Node brings along. Snapshots of another shape are not read.
 */
export function shapeHash(libraries: string): string {
  const { icu, unicode, v8 } = process.versions
  const fingerprint = builtFingerprint() ?? computeFingerprint()
  return createHash('sha256')
    .update(JSON.stringify([libraries, icu, unicode, v8, fingerprint]))
    .digest('hex')
    .slice(0, 16)
}

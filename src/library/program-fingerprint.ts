import { createHash } from 'node:crypto'
import { builtFingerprint, computeFingerprint } from './build-fingerprint.ts'

/**
 * A hash of everything except the articles that affects a generation: code, data files, `libraries` (the versions of the dependencies), and
 * the versions of ICU, Unicode and V8 in Node.js. A snapshot with another fingerprint is not read.
 */
export function programFingerprint(libraries: string): string {
  const { icu, unicode, v8 } = process.versions
  const build = builtFingerprint() ?? computeFingerprint()
  return createHash('sha256')
    .update(JSON.stringify([libraries, icu, unicode, v8, build]))
    .digest('hex')
    .slice(0, 16)
}

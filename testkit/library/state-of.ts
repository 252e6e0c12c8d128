import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The hash of every file below a folder, without empty folders; empty if the folder does not exist. */
export async function stateOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const hashes = await Promise.all(
    files.toSorted().map(async (path) => {
      const content = await readFile(path)
      return [path.slice(folder.length + 1), createHash('sha256').update(content).digest('hex')] as const
    }),
  )
  return Object.fromEntries(hashes)
}

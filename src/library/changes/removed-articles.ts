import { createHash, randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { byCodeUnit, listFiles } from '../../corpus/folder/files.ts'
import { systemCode, toLibraryError } from '../errors/library-error.ts'
import { removedFolder } from './article-places.ts'
import { readHidden } from './hidden-articles.ts'

/** An article that moderators removed and can restore. */
export interface RemovedArticle {
  /** A short name for it, of eight hex digits. */
  readonly key: string
  /** The path that it had. */
  readonly file: string
  /** The folder, below that of removed articles, that it was moved to; null if it is only hidden and its file has not moved. */
  readonly aside: string | null
  /** When it was removed, as an ISO time, and who removed it; null if unknown. */
  readonly at: string
  readonly by: string | null
}

const removalFolderPattern = /^(\d{4}-\d\d-\d\dT\d\d)\.(\d\d)\.(\d\d\.\d{3}Z)-[0-9a-f]{8}$/

/** A unique name for the folder that an article is moved to now. */
export function newRemovalFolder(): string {
  return `${new Date().toISOString().replaceAll(':', '.')}-${randomUUID().slice(0, 8)}`
}

function keyOf(file: string, aside: string | null): string {
  return createHash('sha256')
    .update(JSON.stringify([aside, file]))
    .digest('hex')
    .slice(0, 8)
}

async function movedArticles(dataDir: string): Promise<readonly RemovedArticle[]> {
  const folder = join(dataDir, removedFolder)
  const names = await readdir(folder).catch((error: unknown): string[] => {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return []
    throw toLibraryError(`Listing the removed articles in ${folder}`, error)
  })
  const found: RemovedArticle[] = []
  for (const aside of names) {
    const [, hour, minute, second] = removalFolderPattern.exec(aside) ?? []
    if (hour === undefined) continue
    const at = `${hour}:${minute}:${second}`
    const files = await listFiles(join(folder, aside), []).catch((): string[] => [])
    found.push(...files.map((file) => ({ key: keyOf(file, aside), file, aside, at, by: null })))
  }
  return found
}

/**
 * The removed articles, the latest first.
 * @throws LibraryError if they cannot be listed.
 */
export async function removedArticles(dataDir: string): Promise<readonly RemovedArticle[]> {
  const hidden = (await readHidden(dataDir)).map(
    ({ file, at, by }): RemovedArticle => ({ key: keyOf(file, null), file, aside: null, at, by }),
  )
  return [...hidden, ...(await movedArticles(dataDir))].sort(
    (a, b) => byCodeUnit(b.at, a.at) || byCodeUnit(a.file, b.file),
  )
}

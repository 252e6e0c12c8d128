import { createHash, randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { byCodeUnit, listFiles } from '../../corpus/folder/files.ts'
import { systemCode, toLibraryError } from '../errors/library-error.ts'
import type { Removals } from '../snapshot/store.ts'
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

function movedAt(aside: string): string | null {
  const [, hour, minute, second] = removalFolderPattern.exec(aside) ?? []
  return hour === undefined ? null : `${hour}:${minute}:${second}`
}

async function movedArticles(dataDir: string): Promise<Removals['moved']> {
  const folder = join(dataDir, removedFolder)
  const names = await readdir(folder).catch((error: unknown): string[] => {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return []
    throw toLibraryError(`Listing the removed articles in ${folder}`, error)
  })
  const found: Removals['moved'][number][] = []
  for (const aside of names.filter((name) => movedAt(name) !== null)) {
    const files = await listFiles(join(folder, aside), []).catch((): string[] => [])
    found.push(...files.map((file) => ({ file, aside })))
  }
  return found
}

/** Removed articles as people see them, the latest first. */
export function listRemoved({ hidden, moved }: Removals): readonly RemovedArticle[] {
  const all = [
    ...hidden.map(({ file, at, by }): RemovedArticle => ({ key: keyOf(file, null), file, aside: null, at, by })),
    ...moved.map(({ file, aside }): RemovedArticle => {
      return { key: keyOf(file, aside), file, aside, at: movedAt(aside) ?? '', by: null }
    }),
  ]
  return all.sort((a, b) => byCodeUnit(b.at, a.at) || byCodeUnit(a.file, b.file))
}

/**
 * The removed articles of a data folder, the latest first.
 * @throws LibraryError if they cannot be listed.
 */
export async function removedArticles(dataDir: string): Promise<readonly RemovedArticle[]> {
  return listRemoved({ hidden: await readHidden(dataDir), moved: await movedArticles(dataDir) })
}

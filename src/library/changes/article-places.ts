import { lstat, realpath } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { CorpusError } from '../../corpus/article/corpus-error.ts'
import { pathInside } from '../../corpus/folder/files.ts'
import { systemCode } from '../errors/library-error.ts'

/** Where the articles are. */
export interface ArticlePlaces {
  /** The articles' folder, which is never written to. */
  readonly folder: string
  /** The data folder, with what moderators add and the list of what they hide; absent: nothing is added or hidden. */
  readonly dataDir?: string | undefined
}

/** The names below the data folder: the articles that were added, those that were taken away again, and the list of hidden ones. */
export const addedFolder = 'articles'
export const removedFolder = 'removed'
export const hiddenFile = 'hidden.json'
/** The change of the articles that is under way. */
export const begunFile = 'change.json'

/** Whether something is there, be it a link that leads nowhere. @throws the system's error where that cannot be told. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return false
    throw error
  }
}

const realOrPlain = (path: string): Promise<string> => realpath(path).catch(() => resolve(path))

/**
 * The data folder as a path below the articles' folder with `/`, where it is in there: it holds no articles then; else undefined.
 * @throws CorpusError where the two folders are one, or the articles' folder is one in which the program itself writes.
 */
export async function dataFolderInside({ folder, dataDir }: ArticlePlaces): Promise<string | undefined> {
  if (dataDir === undefined) return undefined
  const [articles, data] = await Promise.all([realOrPlain(folder), realOrPlain(dataDir)])
  const own = await Promise.all([addedFolder, removedFolder].map((name) => realOrPlain(join(dataDir, name))))
  if (articles === data || own.some((path) => pathInside(path, articles) !== null)) {
    throw new CorpusError(
      folder,
      `ARTICLES_DIR ${folder} is a folder that the bot writes to (DATA_DIR ${dataDir}): set two different folders.`,
    )
  }
  return pathInside(articles, data)?.replaceAll(sep, '/')
}

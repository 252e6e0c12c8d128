import { lstat, realpath } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { CorpusError } from '../../corpus/article/corpus-error.ts'
import { pathInside } from '../../corpus/folder/files.ts'
import { systemCode } from '../errors/library-error.ts'

/** Where the articles are. */
export interface ArticlePlaces {
  /** The articles' folder. The program never writes to it. */
  readonly folder: string
  /** The data folder, with the articles that moderators added and the list of those they hid; absent: there are none. */
  readonly dataDir?: string | undefined
}

/** Names in the data folder: the added articles, those of them that were removed, and the list of hidden ones. */
export const addedFolder = 'articles'
export const removedFolder = 'removed'
export const hiddenFile = 'hidden.json'
/** The name of the record of the change in progress. */
export const pendingChangeFile = 'change.json'

/** Whether a path exists; a broken link does. @throws the system's error if that cannot be found out. */
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
 * The path of the data folder below the articles' folder, with `/`, so that it can be left out; undefined if it is not inside.
 * @throws CorpusError if the two folders are the same, or the articles' folder is one that the program writes to.
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

import { join } from 'node:path'
import { type Corpus, type ReadCorpusOptions, readCorpus } from '../../corpus/folder/read-folder.ts'
import { type ArticlePlaces, addedFolder, dataFolderInside, hiddenFile, isThere } from '../changes/article-places.ts'

/** The paths of the hidden articles. */
async function hiddenFiles(dataDir: string): Promise<ReadonlySet<string>> {
  // Most data folders have no such list, so the code that checks it is loaded only if there is one, or if that cannot be found out.
  if (!(await isThere(join(dataDir, hiddenFile)).catch(() => true))) return new Set()
  const { readHidden } = await import('../changes/hidden-articles.ts')
  return new Set((await readHidden(dataDir)).map(({ file }) => file))
}

/**
 * Reads the articles of the articles' folder except the hidden ones, and the added articles.
 * @throws CorpusError if there is no article, or the folders cannot be used; LibraryError if the list of hidden articles cannot be.
 */
export async function readArticles(
  places: ArticlePlaces,
  options: Pick<ReadCorpusOptions, 'keepDuplicates' | 'known' | 'earlier' | 'parse' | 'concurrency' | 'signal'> = {},
): Promise<Corpus> {
  const { folder, dataDir } = places
  if (dataDir === undefined) return readCorpus(folder, options)
  const [except, hidden] = await Promise.all([dataFolderInside(places), hiddenFiles(dataDir)])
  return readCorpus(folder, { ...options, added: join(dataDir, addedFolder), hidden, except })
}

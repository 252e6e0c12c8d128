import { mkdir, realpath } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathInside } from '../../corpus/folder/files.ts'
import { meaningOf } from '../errors/library-error.ts'
import { type ArticlePlaces, addedFolder } from './article-places.ts'

export interface WatchOptions {
  readonly places: Required<ArticlePlaces> & { readonly dataDir: string }
  /** Milliseconds without further changes before `onChange` is called. Default 2000. */
  readonly settle?: number | undefined
  /** Called after files have changed. */
  readonly onChange: () => void
  /** Called with a sentence about what goes wrong. */
  readonly onTrouble: (sentence: string) => void
}

const defaultSettle = 2000

/** Whether changes of a path are ignored: hidden files, and those that the program itself writes to its data folder. All are real paths. */
export function isLeftOut(path: string, { folder, dataDir }: WatchOptions['places']): boolean {
  const added = join(dataDir, addedFolder)
  if (path === folder || path === added) return false
  if (basename(path).startsWith('.')) return true
  const isIn = (root: string, inside: string) => pathInside(root, inside) !== null
  if (!isIn(dataDir, path) || isIn(added, path)) return false
  return !(isIn(dataDir, folder) && isIn(folder, path))
}

/**
 * Watches the articles' folder and the added articles, and resolves when the watch has begun. Errors go to `onTrouble`.
 * @returns a function that ends the watch.
 */
export async function watchArticles(options: WatchOptions): Promise<() => Promise<void>> {
  const { settle = defaultSettle, onChange, onTrouble } = options
  // Loaded only if something is watched.
  const { watch } = await import('chokidar')
  const failed = (error: unknown): void => {
    onTrouble(`The articles cannot be watched (${meaningOf(error)}): run /reindex after a change.`)
  }
  await mkdir(join(options.places.dataDir, addedFolder), { recursive: true }).catch(failed)
  const real = (path: string) => realpath(path).catch(() => path)
  const places = { folder: await real(options.places.folder), dataDir: await real(options.places.dataDir) }
  let timer: NodeJS.Timeout | undefined
  const watcher = watch([places.folder, join(places.dataDir, addedFolder)], {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => isLeftOut(path, places),
  })
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(onChange, settle)
  })
  watcher.on('error', failed)
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()))
  return async () => {
    clearTimeout(timer)
    await watcher.close()
  }
}

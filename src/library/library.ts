import { realpath } from 'node:fs/promises'
import type { LibraryState } from './changes/library-state.ts'
import { requesters } from './changes/requesters.ts'
import type { Lock } from './disk/lock.ts'
import { asLibraryError } from './errors/library-error.ts'
import { ReindexBusyError } from './errors/reindex-busy-error.ts'
import { buildGeneration, type Generation, generationId, withSkipped } from './generation/generation.ts'
import { createFileReader, type FileReader, type FileReaderOptions, type ReadingOptions } from './reader/file-reader.ts'
import { readCorpusWhole } from './reindex/readings.ts'
import { readChanges, reindex } from './reindex/reindex.ts'
import { type BuiltGeneration, createReindexCoordinator } from './reindex/reindex-coordinator.ts'
import type { ReindexReport } from './reindex/reindex-report.ts'
import type { BuildTask, Progress, ReindexRequest } from './reindex/reindex-request.ts'
import type { CurrentRecord, LibraryStore } from './snapshot/store.ts'
import { withLock } from './snapshot/with-lock.ts'

export type { Progress, ReindexReport, ReindexRequest }

export interface LibraryOptions {
  /** The articles' folder. */
  readonly folder: string
  /** The version of the program, part of a generation's id. */
  readonly version: string
  /**
   * The data folder, where generations are kept, and what moderators add or hide; absent: nowhere, each start builds its own, and
   * nothing is added or hidden.
   */
  readonly store?: LibraryStore | undefined
  /**
   * What to begin with: `checked`, the articles as they now are; `kept`, the generation that is kept for this folder, though
   * the articles may have changed since, and only where there is none those, which are then not kept yet; `kept-or-empty`, where there is none a generation
   * of no article. Default `checked`.
   */
  readonly begin?: 'checked' | 'kept' | 'kept-or-empty' | undefined
  /** Looks a new generation over before it becomes the current one, and throws where it is not sound. */
  readonly check?: ((generation: Generation) => void | Promise<void>) | undefined
  /** How files are read. Default: in the calling thread. */
  readonly reading?: ReadingOptions | undefined
  /** Hears, as a sentence, what is wrong with what is kept, and what is done about it. */
  readonly onTrouble?: ((sentence: string) => void) | undefined
}

/** Holds the current generation. */
export interface Library {
  readonly current: Generation
  /**
   * Reads the folder again, builds a generation of it aside, and puts that in the current one's place in one step. When it
   * throws, the current generation stays.
   * @throws ReindexBusyError while another reindex is under way, in this process or another.
   * @throws CorpusError when the folder is missing or holds no article; LibraryError when the outcome cannot be kept, or
   * when it is cancelled.
   */
  reindex(request?: ReindexRequest): Promise<ReindexReport>
  /** Builds what a reindex switches to, under a lock that the caller holds. */
  build(task: BuildTask): Promise<BuiltGeneration>
  /** How it stands around it. */
  state(): Promise<LibraryState>
  /** A reader of files that may become articles; whoever asks for it closes it. */
  reader(options?: Omit<FileReaderOptions, keyof ReadingOptions>): FileReader
}

/**
 * Opens the library of a folder: as it was kept, where the articles are still the same; else read anew, as far as they changed.
 * @throws CorpusError when the folder is missing or holds no article.
 */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const { folder, version, store, check = () => undefined, onTrouble = () => undefined } = options
  let current = await open(options)

  async function build(task: BuildTask): Promise<BuiltGeneration> {
    const { by, lock, signal } = task
    const keep =
      store &&
      lock &&
      ((generation: Generation, at: (step: Progress['step']) => Promise<void>) =>
        keepIn({ store, folder, by, lock }, generation, at))
    const work = { folder, dataDir: store?.dataDir, version, before: current, check, keep }
    const { after, report } = await reading(options, { signal }, (reader) => reindex({ ...work, reader }, task))
    const switchTo = () => {
      current = after
    }
    return { report, switchTo }
  }

  const isArticle = (file: string) => current.articles.some((article) => article.file === file)
  return {
    get current() {
      return current
    },
    reindex: createReindexCoordinator({ folder, store, isArticle, build, onTrouble }).reindex,
    build,
    // Both are loaded when they are first needed: most starts never do.
    state: async () => (await import('./changes/library-state.ts')).libraryState(store),
    reader: (more) => createFileReader({ ...options.reading, ...more }),
  }
}

/** Does some work with a reader, which is closed afterwards. */
async function reading<T>(
  { reading, onTrouble }: LibraryOptions,
  more: { readonly signal?: AbortSignal | undefined },
  work: (reader: FileReader) => Promise<T>,
): Promise<T> {
  const reader = createFileReader({ ...reading, ...more, onFault: onTrouble })
  try {
    return await work(reader)
  } finally {
    await reader.close()
  }
}

interface Keeping {
  readonly store: LibraryStore
  readonly folder: string
  readonly by: string
  readonly lock: Pick<Lock, 'isHeld'>
}

/** Keeps a generation, and makes it the current one. */
async function keepIn(
  { store, folder, by, lock }: Keeping,
  generation: Generation,
  at: (step: Progress['step']) => Promise<void>,
): Promise<void> {
  await at('keeping')
  const old = await store.current().catch(() => null)
  await store.keep(generation)
  await at('switching')
  const failed = (error: unknown): never => {
    throw asLibraryError('Switching to the new index', error)
  }
  const previous = old?.generation === generation.id ? old.previous : (old?.generation ?? null)
  const record: CurrentRecord = {
    generation: generation.id,
    previous,
    folder: await realpath(folder).catch(failed),
    at: new Date().toISOString(),
    by,
  }
  await store.switchTo(record, lock)
  await at('clearing')
  await store.prune(record)
}

/** The kept generation, or null where there is none that can be used; what is wrong with it is told. */
async function loadKept({
  store,
  onTrouble,
}: LibraryOptions): Promise<{ readonly generation: Generation; readonly record: CurrentRecord } | null> {
  if (store === undefined) return null
  try {
    const record = await store.current()
    return record === null ? null : { generation: await store.load(record.generation), record }
  } catch (error) {
    if (!store.isTrouble(error)) throw error
    onTrouble?.(`${error.message}: the index is rebuilt from the articles.`)
    return null
  }
}

/** The generation of the articles as they now are. */
async function build(
  { folder, version, store, onTrouble = () => undefined }: LibraryOptions,
  before: Generation | null,
  reader: FileReader,
): Promise<Generation> {
  const found = await readChanges({ folder, dataDir: store?.dataDir }, before, { reader })
  if (before !== null && generationId(found.articles, version) === before.id) return withSkipped(before, found.skipped)
  // What is kept is kept whole; a process that answers one question need not read all.
  const lazily = store === undefined ? onTrouble : undefined
  const { corpus, readings } = await readCorpusWhole(found, { folder, reader, before, lazily })
  return buildGeneration(corpus, version, readings)
}

async function open(options: LibraryOptions): Promise<Generation> {
  const { folder, version, store, begin = 'checked', onTrouble = () => undefined } = options
  const kept = await loadKept(options)
  if (begin === 'kept-or-empty') return kept?.generation ?? buildGeneration({ articles: [], skipped: [] }, version)
  if (begin === 'kept' && kept?.record.folder === (await realpath(folder).catch(() => folder))) return kept.generation
  const built = await reading(options, {}, (reader) => build(options, kept?.generation ?? null, reader))
  if (store !== undefined && begin === 'checked' && built.id !== kept?.generation.id) {
    await tryToKeep({ store, folder }, built, onTrouble)
  }
  return built
}

/** Keeps what was built at the start; where another does so, or it cannot be done, the next start builds again. */
async function tryToKeep(
  { store, folder }: Pick<Keeping, 'store' | 'folder'>,
  built: Generation,
  onTrouble: (warning: string) => void,
): Promise<void> {
  const by = requesters.start
  try {
    await withLock({ store, by, onTrouble }, (lock) =>
      keepIn({ store, folder, by, lock }, built, async () => undefined),
    )
  } catch (error) {
    if (error instanceof ReindexBusyError) return
    const { message } = asLibraryError('Storing the index', error)
    onTrouble(`${message} It will be built again at the next start.`)
  }
}

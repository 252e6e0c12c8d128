import { realpath } from 'node:fs/promises'
import type { SkippedFile } from '../corpus/article/bad-file.ts'
import type { LibraryState } from './changes/library-state.ts'
import { requesters } from './changes/requesters.ts'
import type { Lock } from './disk/lock.ts'
import { toLibraryError } from './errors/library-error.ts'
import { OtherProgramError } from './errors/other-program-error.ts'
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
   * The data folder, which stores generations and what moderators add or hide; absent: nothing is stored, each start builds its own
   * generation, and no articles are added or hidden.
   */
  readonly store?: LibraryStore | undefined
  /**
   * What to begin with. `checked`: the articles as they are now. `stored`: the stored generation of this folder, even if the articles
   * have changed since; if none is stored, the articles as they are now, without storing them. `stored-or-empty`: the stored generation;
   * if none is stored, one without articles. Default `checked`; the generation of a shared store is never checked.
   */
  readonly begin?: 'checked' | 'stored' | 'stored-or-empty' | undefined
  /** With `stored`: the skipped files, if they are others than when the generation was stored. */
  readonly skipped?: readonly SkippedFile[] | undefined
  /** Checks a new generation before it becomes the current one; throws if something is wrong with it. */
  readonly check?: ((generation: Generation) => void | Promise<void>) | undefined
  /** How files are read. Default: in the calling thread. */
  readonly reading?: ReadingOptions | undefined
  /** Called while the articles are read at the start, with how many are read and, once they are counted, of how many. */
  readonly onReading?: ((done: number, of: number | null) => void) | undefined
  /** Called with a sentence about what is wrong with the stored data, and what is done about it. */
  readonly onTrouble?: ((sentence: string) => void) | undefined
}

/** Holds the current generation. */
export interface Library {
  readonly current: Generation
  /**
   * Reads the folder again, builds a new generation, and replaces the current one in one step. If it throws, the current generation
   * stays.
   * @throws ReindexBusyError during another reindex, in this process or another.
   * @throws CorpusError if the folder is missing or holds no article; LibraryError if the new generation cannot be stored, or the
   * reindex is cancelled.
   */
  reindex(request?: ReindexRequest): Promise<ReindexReport>
  /** Builds the generation that a reindex switches to. The caller holds the lock. */
  build(task: BuildTask): Promise<BuiltGeneration>
  /** The state of the data folder. */
  state(): Promise<LibraryState>
  /** Switches to the current generation of a shared store, if that is another one, or in any case. */
  adopt(always?: boolean): Promise<void>
  /** A reader of files that may become articles; the caller closes it. */
  reader(options?: Omit<FileReaderOptions, keyof ReadingOptions>): FileReader
}

/**
 * Opens the library of a folder: loads the stored generation, and reads the articles that have changed since.
 * @throws CorpusError if the folder is missing or holds no article.
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
        storeGeneration({ store, folder, by, lock }, generation, at))
    const work = { folder, dataDir: store?.dataDir, version, before: current, check, keep }
    const { after, report } = await withReader(options, { signal }, (reader) => reindex({ ...work, reader }, task))
    const switchTo = async () => {
      // What a shared store holds is answered from there, by this process as by all others.
      current = store?.isShared && after.id !== current.id ? await store.load(after.id) : after
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
    // Loaded at first use, as most starts do not need it.
    state: async () => (await import('./changes/library-state.ts')).libraryState(store),
    async adopt(always = false) {
      if (!store?.isShared) return
      const record = await store.current()
      if (record !== null && (always || record.generation !== current.id)) current = await store.load(record.generation)
    },
    reader: (more) => createFileReader({ ...options.reading, ...more }),
  }
}

/** Runs some work with a reader, and closes the reader afterwards. */
async function withReader<T>(
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

interface StoreTarget {
  readonly store: LibraryStore
  readonly folder: string
  readonly by: string
  readonly lock: Pick<Lock, 'token' | 'isHeld'>
}

/** Stores a generation, and makes it the current one. */
async function storeGeneration(
  { store, folder, by, lock }: StoreTarget,
  generation: Generation,
  at: (step: Progress['step']) => Promise<void>,
): Promise<void> {
  await at('keeping')
  const old = await store.current().catch(() => null)
  await store.keep(generation)
  await at('switching')
  const failed = (error: unknown): never => {
    throw toLibraryError('Switching to the new index', error)
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

/** The stored generation, or null if there is none. If it cannot be used, `onTrouble` is called with the reason. */
async function loadStored({
  store,
  begin,
  onTrouble,
}: LibraryOptions): Promise<{ readonly generation: Generation; readonly record: CurrentRecord } | null> {
  if (store === undefined) return null
  try {
    const record = await store.current()
    return record === null ? null : { generation: await store.load(record.generation), record }
  } catch (error) {
    // A reindex replaces the index of another version; nothing else may.
    if (error instanceof OtherProgramError && begin === 'stored-or-empty') return null
    if (!store.isSnapshotError(error)) throw error
    onTrouble?.(`${error.message}: the index is rebuilt from the articles.`)
    return null
  }
}

/** The generation of the articles as they are now. */
async function build(
  { folder, version, store, onReading = () => undefined, onTrouble = () => undefined }: LibraryOptions,
  before: Generation | null,
  reader: FileReader,
): Promise<Generation> {
  let parsed = 0
  const counting: FileReader = {
    ...reader,
    parse: (file, bytes) => {
      onReading(parsed++, null)
      return reader.parse(file, bytes)
    },
  }
  const found = await readChanges({ folder, dataDir: store?.dataDir }, before, { reader: counting })
  if (before !== null && generationId(found.articles, version) === before.id) return withSkipped(before, found.skipped)
  // A stored generation is complete. A process that stores nothing may answer only one question and need not read everything.
  const lazily = store === undefined ? onTrouble : undefined
  const onArticle = async (done: number, of: number) => onReading(done, of)
  const { corpus, readings } = await readCorpusWhole(found, { folder, reader, before, lazily, onArticle })
  await reader.close()
  return buildGeneration(corpus, version, readings)
}

async function open(options: LibraryOptions): Promise<Generation> {
  const { folder, version, store, begin = 'checked', onTrouble = () => undefined } = options
  const stored = await loadStored(options)
  if (begin === 'stored-or-empty') return stored?.generation ?? buildGeneration({ articles: [], skipped: [] }, version)
  const isOfFolder = async () => stored?.record.folder === (await realpath(folder).catch(() => folder))
  if (stored !== null && (store?.isShared || (begin === 'stored' && (await isOfFolder()))))
    return withSkipped(stored.generation, options.skipped ?? stored.generation.skipped)
  const built = await withReader(options, {}, (reader) => build(options, stored?.generation ?? null, reader))
  if (store !== undefined && begin === 'checked' && built.id !== stored?.generation.id) {
    const isStored = await tryToStore({ store, folder }, built, onTrouble)
    if (isStored && store.isShared) return store.load(built.id)
  }
  return built
}

/** Stores what was built at the start, if no other process is storing it. If this fails, the next start builds it again. */
async function tryToStore(
  { store, folder }: Pick<StoreTarget, 'store' | 'folder'>,
  built: Generation,
  onTrouble: (warning: string) => void,
): Promise<boolean> {
  const by = requesters.start
  try {
    await withLock({ store, by, onTrouble }, (lock) =>
      storeGeneration({ store, folder, by, lock }, built, async () => undefined),
    )
    return true
  } catch (error) {
    if (error instanceof ReindexBusyError) return false
    const { message } = toLibraryError('Storing the index', error)
    onTrouble(`${message} It will be built again at the next start.`)
    return false
  }
}

import { LibraryError, meaningOf } from '../errors/library-error.ts'
import type { LibraryStore } from '../snapshot/store.ts'
import { listRemoved, type RemovedArticle, removedArticles } from './removed-articles.ts'

/** The state of the data folder. */
export interface LibraryState {
  /** When the stored generation became the current one, as an ISO time, and who asked for it; null if none is stored. */
  readonly indexed: { readonly at: string; readonly by: string } | null
  /** Who is running a reindex, in this process or another, and since when. */
  readonly running: { readonly by: string; readonly since: string } | null
  /** The articles that moderators removed, the latest first. */
  readonly removed: readonly RemovedArticle[]
  /** The parts that could not be read, as sentences. */
  readonly troubles: readonly string[]
}

/** Reads the state of a data folder. A part that cannot be read is reported in `troubles` and left out. */
export async function libraryState(store: LibraryStore | undefined): Promise<LibraryState> {
  if (store === undefined) return { indexed: null, running: null, removed: [], troubles: [] }
  const troubles: string[] = []
  const orNone =
    <T>(none: T) =>
    (error: unknown): T => {
      troubles.push(
        error instanceof LibraryError || store.isSnapshotError(error)
          ? error.message
          : `The state cannot be read (${meaningOf(error)}).`,
      )
      return none
    }
  const [record, holder, removed] = await Promise.all([
    store.current().catch(orNone(null)),
    store.holder().catch(orNone(null)),
    (store.removals?.().then(listRemoved) ?? removedArticles(store.dataDir)).catch(orNone([])),
  ])
  return {
    indexed: record && { at: record.at, by: record.by },
    running: holder && { by: holder.by, since: holder.since },
    removed,
    troubles,
  }
}

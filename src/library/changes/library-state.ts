import { join } from 'node:path'
import { lockHolder } from '../disk/lock.ts'
import { LibraryError, meaningOf } from '../errors/library-error.ts'
import { type LibraryStore, lockFile } from '../snapshot/store.ts'
import { type RemovedArticle, removedArticles } from './removed-articles.ts'

/** How it stands around the current generation. */
export interface LibraryState {
  /** When the generation that is kept was made the current one, as an ISO time, and who asked for it; null where none is kept. */
  readonly indexed: { readonly at: string; readonly by: string } | null
  /** Who reindexes at present, in this process or another, and since when. */
  readonly running: { readonly by: string; readonly since: string } | null
  /** What moderators took away, the latest first. */
  readonly removed: readonly RemovedArticle[]
  /** What of this cannot be told, as sentences. */
  readonly troubles: readonly string[]
}

/** Looks at what is kept in a data folder; what cannot be read is told and hinders nothing. */
export async function libraryState(store: LibraryStore | undefined): Promise<LibraryState> {
  if (store === undefined) return { indexed: null, running: null, removed: [], troubles: [] }
  const troubles: string[] = []
  const orNone =
    <T>(none: T) =>
    (error: unknown): T => {
      troubles.push(
        error instanceof LibraryError || store.isTrouble(error)
          ? error.message
          : `The state cannot be read (${meaningOf(error)}).`,
      )
      return none
    }
  const [record, holder, removed] = await Promise.all([
    store.current().catch(orNone(null)),
    lockHolder(join(store.dataDir, lockFile)).catch(orNone(null)),
    removedArticles(store.dataDir).catch(orNone([])),
  ])
  return {
    indexed: record && { at: record.at, by: record.by },
    running: holder && { by: holder.by, since: holder.since },
    removed,
    troubles,
  }
}

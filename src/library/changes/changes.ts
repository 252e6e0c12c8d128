/** What moderators do to the articles. Each change is followed by a reindex, and undone if that fails. */
export type ArticleChange =
  | FileChange
  /** Changes several files with one reindex. */
  | { readonly does: 'several'; readonly changes: readonly FileChange[] }

/** A change of one file. */
export type FileChange =
  /** Adds a file to the added articles. */
  | { readonly does: 'add'; readonly file: string; readonly bytes: Uint8Array }
  /** Hides an article of the articles' folder; moves an added one aside. */
  | { readonly does: 'remove'; readonly file: string }
  /** Brings a removed article back; `aside` as in `RemovedArticle`. */
  | { readonly does: 'restore'; readonly file: string; readonly aside: string | null }

/** The changes of files that a change consists of. */
export function fileChanges(change: ArticleChange): readonly FileChange[] {
  return change.does === 'several' ? change.changes : [change]
}

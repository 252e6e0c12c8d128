import type { Article } from '../corpus/article.ts'
import type { SkippedFile } from '../corpus/bad-file.ts'
import type { ArticleChange } from './article-change.ts'
import type { Generation } from './generation.ts'

/** What a reindex found, against the generation before it. Files are paths below the articles' folder. */
export interface ReindexReport {
  /** The ids of the generation before and after; the same where nothing changed. */
  readonly before: string
  readonly after: string
  readonly articles: number
  readonly paragraphs: number
  readonly quotations: number
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
  readonly skipped: readonly SkippedFile[]
  /** How long it took, in milliseconds. */
  readonly took: number
  /** What would take back the change that it was asked for with. */
  readonly undo?: ArticleChange
}

/** A file of a generation: its path below the articles' folder, and the SHA-256 of its bytes. */
export type FileState = Pick<Article, 'file' | 'hash'>

/** Which files were added, changed and removed. */
export function compareFiles(
  before: readonly FileState[],
  after: readonly FileState[],
): Pick<ReindexReport, 'added' | 'changed' | 'removed'> {
  const old = new Map(before.map(({ file, hash }) => [file, hash]))
  const now = new Map(after.map(({ file, hash }) => [file, hash]))
  const files = [...now.keys()]
  return {
    added: files.filter((file) => !old.has(file)),
    changed: files.filter((file) => old.has(file) && old.get(file) !== now.get(file)),
    removed: [...old.keys()].filter((file) => !now.has(file)),
  }
}

/** What is different between two generations. */
export function compareGenerations(before: Generation, after: Generation, took: number): ReindexReport {
  return {
    before: before.id,
    after: after.id,
    articles: after.articles.length,
    paragraphs: after.passages.length,
    quotations: after.utterances.length,
    ...compareFiles(before.articles, after.articles),
    skipped: after.skipped,
    took,
  }
}

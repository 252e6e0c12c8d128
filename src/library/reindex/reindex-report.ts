import type { Article } from '../../corpus/article/article.ts'
import type { SkippedFile } from '../../corpus/article/bad-file.ts'
import { countQuotations } from '../../reading/statements/utterances.ts'
import type { ArticleChange } from '../changes/changes.ts'
import type { Generation } from '../generation/generation.ts'

/** What a reindex found, compared with the previous generation. Files are paths below the articles' folder. */
export interface ReindexReport {
  /** The ids of the generation before and after; the same if nothing changed. */
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
  /** The change that would undo the requested one. */
  readonly undo?: ArticleChange
}

/** A file of a generation: its path below the articles' folder, and the SHA-256 of its bytes. */
export type FileState = Pick<Article, 'file' | 'hash'>

/**
 * Which files were added, changed and removed. Both lists are in the order of the corpus, so one pass is enough: the gateway's thread
 * compares them, and there may be very many.
 */
export function compareFiles(
  before: readonly FileState[],
  after: readonly FileState[],
): Pick<ReindexReport, 'added' | 'changed' | 'removed'> {
  const added: string[] = []
  const changed: string[] = []
  const removed: string[] = []
  let [old, now] = [0, 0]
  for (;;) {
    const [left, right] = [before[old], after[now]]
    if (left === undefined && right === undefined) return { added, changed, removed }
    if (right === undefined || (left !== undefined && left.file < right.file)) {
      if (left !== undefined) removed.push(left.file)
      old++
    } else if (left === undefined || right.file < left.file) {
      added.push(right.file)
      now++
    } else {
      if (left.hash !== right.hash) changed.push(right.file)
      old++
      now++
    }
  }
}

/** What is different between two generations. */
export function compareGenerations(before: Generation, after: Generation, took: number): ReindexReport {
  return {
    before: before.id,
    after: after.id,
    articles: after.articles.length,
    paragraphs: after.passages.length,
    quotations: countQuotations(after.utterances),
    ...compareFiles(before.articles, after.articles),
    skipped: after.skipped,
    took,
  }
}

import type { Article } from '../corpus/article.ts'
import type { SkippedFile } from '../corpus/bad-file.ts'
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
}

/** What is different between two generations. */
export function compareGenerations(before: Generation, after: Generation, took: number): ReindexReport {
  const hashes = ({ articles }: { readonly articles: readonly Article[] }) =>
    new Map(articles.map(({ file, hash }) => [file, hash]))
  const old = hashes(before)
  const now = hashes(after)
  const files = [...now.keys()]
  return {
    before: before.id,
    after: after.id,
    articles: after.articles.length,
    paragraphs: after.passages.length,
    quotations: after.utterances.length,
    added: files.filter((file) => !old.has(file)),
    changed: files.filter((file) => old.has(file) && old.get(file) !== now.get(file)),
    removed: [...old.keys()].filter((file) => !now.has(file)),
    skipped: after.skipped,
    took,
  }
}

import type { SkippedFile } from '../../corpus/article/bad-file.ts'
import type { LibraryState } from '../../library/changes/library-state.ts'
import type { Library } from '../../library/library.ts'
import { countQuotations } from '../../reading/statements/utterances.ts'
import { type FileWarning, warningsOf } from './list-articles.ts'

/** The current generation in numbers, and the state of the library. */
export interface Status extends LibraryState {
  readonly generation: string
  readonly articles: number
  readonly paragraphs: number
  readonly quotations: number
  readonly facts: number
  readonly skipped: readonly SkippedFile[]
  /** The details of articles that could not be used. */
  readonly warnings: readonly FileWarning[]
}

export async function statusOf(library: Library): Promise<Status> {
  const { id, articles, passages, utterances, facts, skipped } = library.current
  return {
    generation: id,
    articles: articles.length,
    paragraphs: passages.length,
    quotations: countQuotations(utterances),
    facts: facts.length,
    skipped,
    warnings: warningsOf(library.current),
    ...(await library.state()),
  }
}

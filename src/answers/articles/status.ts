import type { SkippedFile } from '../../corpus/article/bad-file.ts'
import type { LibraryState } from '../../library/changes/library-state.ts'
import type { Library } from '../../library/library.ts'
import { countQuotations } from '../../reading/statements/utterances.ts'

/** The current generation in numbers, and the state of the library. */
export interface Status extends LibraryState {
  readonly generation: string
  readonly articles: number
  readonly paragraphs: number
  readonly quotations: number
  readonly facts: number
  readonly skipped: readonly SkippedFile[]
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
    ...(await library.state()),
  }
}

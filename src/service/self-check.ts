import { ask } from '../answers/ask/ask.ts'
import { whoSaid } from '../answers/statements/who-said.ts'
import { LibraryError } from '../library/errors/library-error.ts'
import type { Generation, Passage } from '../library/generation/generation.ts'
import { QueryError } from '../search/query-error.ts'

const samples = 5
const maxQuestionLength = 200

/** A few of many, spread evenly. */
function sample<T>(all: readonly T[]): readonly T[] {
  const step = Math.max(1, Math.floor(all.length / samples))
  return all.filter((_, at) => at % step === 0).slice(0, samples)
}

function unsound(what: string): LibraryError {
  return new LibraryError(`The new index failed its self-check (${what}): please report this.`, null)
}

/** Runs a question; that it may not be one that can be searched for is fine, that an answer is not verbatim is not. */
function mayAsk(run: () => unknown): void {
  try {
    run()
  } catch (error) {
    if (!(error instanceof QueryError)) throw error
  }
}

function isFound({ index, parts }: Generation, { key, article, paragraph }: Passage): boolean {
  const reading = parts.readings().find((one) => one.article === article)
  const terms = reading?.passages.find((one) => one.paragraph === paragraph.number)?.terms ?? []
  const wanted = terms.slice(0, samples).map((term) => ({ term, weight: 1 }))
  return wanted.length === 0 || index.search(wanted, { limit: 1, only: (other) => other === key }).length === 1
}

/**
 * Looks a new generation over: its counts fit, a sample of its paragraphs is found by their own words, its quotations are
 * their paragraphs' own words, and a few questions are answered word for word.
 * @throws LibraryError or VerificationError where it is not sound.
 */
export function checkGeneration(generation: Generation): void {
  const { articles, passages, index, utterances } = generation
  if (articles.length === 0) throw unsound('it has no articles')
  if (index.size !== passages.length) throw unsound(`${index.size} of ${passages.length} paragraphs are indexed`)
  for (const passage of sample(passages)) {
    if (!isFound(generation, passage))
      throw unsound(`${passage.article.file} ¶${passage.paragraph.number} is not found`)
    mayAsk(() => ask(generation, passage.paragraph.text.slice(0, maxQuestionLength)))
  }
  for (const { paragraph, quotation } of utterances) {
    if (paragraph.text.slice(quotation.start, quotation.end) !== quotation.text)
      throw unsound('a quotation is not verbatim')
  }
  for (const { quotation } of sample(utterances))
    mayAsk(() => whoSaid(generation, quotation.text.slice(0, maxQuestionLength)))
}

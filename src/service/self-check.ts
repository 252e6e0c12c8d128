import { ask } from '../answers/ask/ask.ts'
import { whoSaid } from '../answers/statements/who-said.ts'
import { terms } from '../language/tokens/terms.ts'
import { LibraryError } from '../library/errors/library-error.ts'
import type { Generation, Passage } from '../library/generation/generation.ts'
import { QueryError } from '../search/query/query-error.ts'

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

/** Asks a question. It may be one that cannot be searched for; an answer that is not verbatim is an error. */
async function tryToAsk(ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask()
  } catch (error) {
    if (!(error instanceof QueryError)) throw error
  }
}

async function isFound({ index }: Generation, { key, paragraph }: Passage): Promise<boolean> {
  const wanted = terms(paragraph.text).slice(0, samples)
  const { candidates } = await index.search({ terms: wanted, filter: { start: key, end: key + 1 }, limit: 1 })
  return wanted.length === 0 || candidates.length === 1
}

/**
 * Smoke-tests a new generation: its counts match, a sample of its paragraphs is found by their own words, its quotations are
 * verbatim, and a few questions are answered word for word.
 * @throws LibraryError or VerificationError if it is not sound.
 */
export async function checkGeneration(generation: Generation): Promise<void> {
  const { articles, passages, index, utterances } = generation
  if (articles.length === 0) throw unsound('it has no articles')
  if (index.size !== passages.length) throw unsound(`${index.size} of ${passages.length} paragraphs are indexed`)
  for (const passage of sample(passages)) {
    if (!(await isFound(generation, passage)))
      throw unsound(`${passage.article.file} ¶${passage.paragraph.number} is not found`)
    await tryToAsk(() => ask(generation, passage.paragraph.text.slice(0, maxQuestionLength)))
  }
  for (const { paragraph, content } of utterances) {
    if (paragraph.text.slice(content.start, content.end) !== content.text) throw unsound('a quotation is not verbatim')
  }
  for (const { content } of sample(utterances))
    await tryToAsk(() => whoSaid(generation, content.text.slice(0, maxQuestionLength)))
}

import { terms } from '../language/tokens/terms.ts'
import type { Generation } from '../library/generation/generation.ts'
import { type Steps, takeMeanwhile } from '../resources/steps.ts'
import { calls } from './calls.ts'

const unknownWord = 'qqxzzvkj'

/**
 * Loads and reads everything but suggestions that is otherwise loaded or read at the first call that needs it, a few milliseconds at a time, so
 * that the thread can answer meanwhile.
 */
export async function prepareAnswers(generation: Generation): Promise<void> {
  await Promise.all(Object.values(calls).map((call) => call.load()))
  const { preparePhrases } = await import('../answers/answer/phrase-index.ts')
  const { prepareTitles } = await import('../answers/ask/metadata/asked-articles.ts')
  const { prepareTopics } = await import('../answers/facts/topic.ts')
  const { prepareSpellings } = await import('../answers/statements/misspelt-words.ts')
  const { prepareSpeakers } = await import('../answers/statements/speakers/speaker-index.ts')
  const { prepareStatementLists } = await import('../answers/statements/statement-lists.ts')
  const { prepareStatementWords } = await import('../answers/statements/statement-words.ts')
  function* preparation(): Steps<void> {
    for (const reading of generation.parts.readings()) {
      void reading.utterances
      yield
    }
    const { statements } = generation
    yield* prepareStatementLists(statements)
    yield* prepareStatementWords(statements)
    prepareSpellings(generation)
    prepareSpeakers(generation)
    yield* prepareTitles(generation)
    yield* prepareTopics(generation)
    yield* preparePhrases(generation)
  }
  await takeMeanwhile(preparation())
  // A word that no article has is compared with all words.
  await generation.index.search({ terms: terms(unknownWord), limit: 0 })
}

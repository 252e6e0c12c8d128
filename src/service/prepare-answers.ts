import { setImmediate as otherWork } from 'node:timers/promises'
import type { Generation } from '../library/generation/generation.ts'
import { calls } from './calls.ts'

/**
 * Loads and reads everything but suggestions that is otherwise loaded or read at the first call that needs it, in steps between which the
 * thread can answer.
 */
export async function prepareAnswers(generation: Generation): Promise<void> {
  await Promise.all(Object.values(calls).map((call) => call.load()))
  const { phraseIndex } = await import('../answers/answer/phrase-index.ts')
  const { prepareTitles } = await import('../answers/ask/metadata/asked-articles.ts')
  const { prepareSpeakers } = await import('../answers/statements/speakers/speaker-index.ts')
  const { prepareStatements } = await import('../answers/statements/who-said.ts')
  const { prepareTopics } = await import('../answers/facts/topic.ts')
  const steps: readonly ((generation: Generation) => unknown)[] = [
    ({ utterances }) => utterances,
    ({ statements }) => statements,
    ({ facts }) => facts,
    phraseIndex,
    prepareTitles,
    prepareSpeakers,
    prepareStatements,
    prepareTopics,
  ]
  for (const step of steps) {
    step(generation)
    await otherWork()
  }
}

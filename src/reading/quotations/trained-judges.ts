import type { SpeakerQuestion } from './candidates.ts'
import type { Judges } from './judges.ts'
import { indexOfGreatest, parseWeights, probabilities, type Weights } from './ranker.ts'
import { PRONOUN_WEIGHTS, SPEAKER_WEIGHTS, WORDS_WEIGHTS } from './weights.ts'

/** The weights of the three log-linear models. */
export interface Models {
  readonly words: Weights
  readonly speakers: Weights
  readonly pronouns: Weights
}

/** Judges that decide by trained weights. */
export function judgesBy({ words, speakers, pronouns }: Models): Judges {
  return {
    words: (_stretch, features) => probabilities(words, [features, []])[0] ?? 0,
    speaker(question, features) {
      const all = probabilities(speakers, features)
      const index = indexOfGreatest(all)
      // The last candidate is "nobody the article names".
      if (index === question.candidates.length) return { index: -1, probability: all[index] ?? 0 }
      return { index, probability: shareOf(question, all, index) }
    },
    pronoun(_question, features) {
      const all = probabilities(pronouns, features)
      const index = indexOfGreatest(all)
      return { index, probability: all[index] ?? 0 }
    },
  }
}

/** Two mentions of one person speak for each other: the probability of a mention and of all others of its entity. */
function shareOf(question: SpeakerQuestion, all: readonly number[], chosen: number): number {
  const entity = question.candidates[chosen]?.entity ?? null
  let share = 0
  for (const [index, mention] of question.candidates.entries()) {
    if (index === chosen || (entity !== null && mention.entity === entity)) share += all[index] ?? 0
  }
  return share
}

/** The judges with the weights that the product ships. */
export const trainedJudges: Judges = judgesBy({
  words: parseWeights(WORDS_WEIGHTS),
  speakers: parseWeights(SPEAKER_WEIGHTS),
  pronouns: parseWeights(PRONOUN_WEIGHTS),
})

import type { Classifiers } from '../../src/reading/statements/model/classifiers.ts'
import type { Weights } from '../../src/reading/statements/model/log-linear-model.ts'
import type { Models } from '../../src/reading/statements/model/trained-classifiers.ts'
import { classifiersOf } from '../../src/reading/statements/model/trained-classifiers.ts'
import { type Examples, examplesOf } from './examples.ts'
import type { GoldDocument } from './gold.ts'
import { type LearningOptions, learn } from './learn.ts'

/** The seed of the order in which examples are learnt. */
export const trainingSeed = 4

/** Chosen by cross-validation on the tuning half of the data. */
export const wordsOptions: LearningOptions = { epochs: 15, rate: 0.05, penalty: 0.001, atLeast: 3, seed: trainingSeed }
export const speakerOptions: LearningOptions = {
  epochs: 20,
  rate: 0.05,
  penalty: 0.0007,
  atLeast: 3,
  seed: trainingSeed,
}
export const pronounOptions: LearningOptions = {
  epochs: 10,
  rate: 0.05,
  penalty: 0.0007,
  atLeast: 4,
  seed: trainingSeed,
}

/** Features of less weight than this change nothing and are not shipped. */
const minWeight = 0.01

/** Fits the three models to examples. */
export function train(examples: readonly Examples[]): Models {
  const words = rounded(
    learn(
      examples.flatMap((one) => one.words),
      wordsOptions,
    ),
  )
  const speakers = rounded(
    learn(
      examples.flatMap((one) => one.speakers),
      speakerOptions,
    ),
  )
  const pronouns = rounded(
    learn(
      examples.flatMap((one) => one.pronouns),
      pronounOptions,
    ),
  )
  return { words, speakers, pronouns }
}

const rounded = (weights: Weights): Weights =>
  new Map(
    [...weights]
      .filter(([, weight]) => Math.abs(weight) >= minWeight)
      .map(([name, weight]) => [name, Math.round(weight * 1000) / 1000]),
  )

/** Which of `folds` parts a document falls in: by its place in the file, spread evenly. */
export const foldOf = (index: number, folds: number): number => ((index * 7919) % 104729) % folds

/** For each document, classifiers trained on the documents of the other folds. */
export function crossTrained(gold: readonly GoldDocument[], folds: number): readonly Classifiers[] {
  const examples = gold.map((document) => examplesOf(document, null))
  const classifiers = Array.from({ length: folds }, (_, fold) =>
    classifiersOf(train(examples.filter((_one, index) => foldOf(index, folds) !== fold))),
  )
  return gold.map((_, index) => classifiers[foldOf(index, folds)] as Classifiers)
}

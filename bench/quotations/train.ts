import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Weights } from '../../src/reading/quotations/ranker.ts'
import type { Models } from '../../src/reading/quotations/trained-judges.ts'
import { calibrate } from './calibrate.ts'
import { examplesOf } from './examples.ts'
import { readGold } from './gold.ts'
import { crossTrained, train } from './training.ts'

const FOLDS = 5
const target = fileURLToPath(new URL('../../../src/reading/quotations/weights.ts', import.meta.url))

const [file] = process.argv.slice(2)
if (file === undefined) {
  process.stderr.write('Name the data set: npm run train:quotations -- DATA.jsonl\n')
  process.exit(2)
}
const gold = readGold(file)
const calibration = calibrate(gold, crossTrained(gold, FOLDS))
const models = train(gold.map((document) => examplesOf(document, null)))
writeFileSync(target, moduleOf(models, calibration))
process.stdout.write(`${models.words.size + models.speakers.size + models.pronouns.size} weights in ${target}\n`)

function moduleOf({ words, speakers, pronouns }: Models, { slope, offset }: { slope: number; offset: number }): string {
  return `// Written by bench/quotations/train.ts; do not edit. A feature and its weight on each line.

export const WORDS_WEIGHTS = \`
${linesOf(words)}
\`

export const SPEAKER_WEIGHTS = \`
${linesOf(speakers)}
\`

export const PRONOUN_WEIGHTS = \`
${linesOf(pronouns)}
\`

/** Turns the models' probability into the share of right speakers (Platt 1999): sigmoid(slope * logit(p) + offset). */
export const CALIBRATION = { slope: ${slope.toFixed(3)}, offset: ${offset.toFixed(3)} }
`
}

function linesOf(weights: Weights): string {
  return [...weights].map(([name, weight]) => `${name} ${weight}`).join('\n')
}

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Weights } from '../../src/reading/quotations/ranker.ts'
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
const { speakers, pronouns } = train(gold.map((document) => examplesOf(document, null)))
writeFileSync(target, moduleOf(speakers, pronouns, calibration))
process.stdout.write(`${speakers.size} weights for speakers, ${pronouns.size} for pronouns: ${target}\n`)

function moduleOf(speakers: Weights, pronouns: Weights, { slope, offset }: { slope: number; offset: number }): string {
  return `// Written by bench/quotations/train.ts; do not edit. A feature and its weight on each line.

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

import { readCorpus } from '../../src/corpus/folder/read-folder.ts'
import { buildGeneration } from '../../src/library/generation/generation.ts'
import { readGold, type Score, scoreDifferences, scorePairs } from './score-facts.ts'

// Precision and recall of facts and of their differences over folders of articles with a `gold.json`:
// npm run bench -- facts:score tests/fixtures/facts/planted tests/fixtures/facts/blind

const write = (text: string) => process.stdout.write(`${text}\n`)
const percent = (part: number, whole: number) => (whole === 0 ? '-' : `${Math.round((1000 * part) / whole) / 10} %`)

function line(name: string, { right, found, wanted, wrong, missed }: Score): void {
  const precision = percent(found - wrong.length, found)
  write(`  ${name}: precision ${precision} of ${found}, recall ${percent(right, wanted)} of ${wanted}`)
  for (const one of wrong) write(`    wrong   ${one}`)
  for (const one of missed) write(`    missed  ${one}`)
}

for (const folder of process.argv.slice(2)) {
  const { facts } = buildGeneration(await readCorpus(folder), 'bench')
  const gold = readGold(folder)
  write(folder)
  line('pairs of sentences', scorePairs(facts, gold))
  line('differences', scoreDifferences(facts, gold))
}

// A process in which, one reindex after another, each call of the file system in turn fails once. It prints a line of JSON
// for each: which call failed and how, what became of the reindex, and what is served and kept afterwards.
// Arguments: the articles' folder, the data folder, the codes, the stride from one failing call to the next, and how
// it keeps: "carefully", or "without a word" of what fails, which must not be.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCorpus } from '../../dist/src/corpus/folder/read-folder.js'
import { generationId } from '../../dist/src/library/generation/generation.js'
import { openLibrary } from '../../dist/src/library/library.js'
import { programFingerprint } from '../../dist/src/library/program-fingerprint.js'
import { openStore } from '../../dist/src/library/snapshot/store.js'
import { arm, disarm } from './plant-faults.mjs'

const [folder, dataDir, codes, stride, keeps] = process.argv.slice(2)
const fingerprint = programFingerprint('test')
const careful = openStore(dataDir, fingerprint)
const silent = { ...careful, keep: (generation) => careful.keep(generation).catch(() => undefined) }
const store = keeps === 'carefully' ? careful : silent
const open = (begin, onTrouble) => openLibrary({ folder, version: 'test', store, begin, onTrouble })

let round = 0
writeFileSync(join(folder, 'changing.txt'), 'The counter has not begun, the keeper said.\n')
for (const code of codes.split(',')) {
  for (let at = 0; ; at += Number(stride)) {
    const library = await open('checked')
    const before = library.current.id
    writeFileSync(join(folder, 'changing.txt'), `The counter stands at ${++round}, the keeper said.\n`)
    const expected = generationId((await readCorpus(folder)).articles, 'test')
    arm(at, code)
    const outcome = await library.reindex().then(
      () => 'done',
      (error) => `${error.name}: ${error.message}`,
    )
    const failed = disarm()
    const served = library.current.id
    const troubles = []
    const kept = await open('stored', (sentence) => troubles.push(sentence))
    const again = await library.reindex().then(
      (report) => report.after,
      (error) => `${error.name}: ${error.message}`,
    )
    process.stdout.write(
      `${JSON.stringify({ code, at, failed, outcome, before, expected, served, kept: kept.current.id, again, troubles })}\n`,
    )
    if (failed === null) break
  }
}

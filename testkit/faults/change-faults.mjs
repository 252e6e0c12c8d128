// A process in which, one change of the articles after another, each call of the file system in turn fails once. It prints a
// line of JSON for each: which call failed and how, what became of the change, and the state of the articles afterwards.
// Arguments: the articles' folder, the data folder, the codes, and the stride from one failing call to the next.
import { existsSync, readdirSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { openLibrary } from '../../dist/src/library/library.js'
import { readArticles } from '../../dist/src/library/reindex/read-articles.js'
import { openStore } from '../../dist/src/library/snapshot/store.js'
import { arm, disarm } from './plant-faults.mjs'
// Loaded on use otherwise, i.e. through calls that fail.
import '../../dist/src/library/changes/article-change.js'
import '../../dist/src/library/changes/library-state.js'

const [folder, dataDir, codes, stride = '1'] = process.argv.slice(2)

const library = await openLibrary({ folder, version: 'test', store: openStore(dataDir, 'fingerprint') })
const [first] = library.current.articles
const bytes = Buffer.from('The zoo bought 3 elephants in June, its keeper said.\n')
/** Each change, and the next one undoes it where it names none of its own. */
const changes = [
  { name: 'hide', change: { does: 'remove', file: first.file } },
  { name: 'show again' },
  { name: 'add', change: { does: 'add', file: 'zoo.txt', bytes } },
  { name: 'move aside' },
  { name: 'move back' },
  { name: 'move aside again' },
]
const state = async () => {
  const { articles } = await readArticles({ folder, dataDir })
  const { removed } = await library.state()
  return JSON.stringify([articles.map(({ file }) => file), removed.map(({ key }) => key).sort()])
}

/** A folder whose removal was made to fail stays behind empty, and would give the next round one more call. */
function clearEmpty() {
  const removed = join(dataDir, 'removed')
  if (!existsSync(removed)) return
  for (const name of readdirSync(removed)) {
    if (readdirSync(join(removed, name)).length === 0) rmdirSync(join(removed, name))
  }
}

for (const code of codes.split(',')) {
  let undo
  for (const { name, change: own } of changes) {
    let change = own ?? undo
    for (let at = 0; ; at += Number(stride)) {
      const before = { id: library.current.id, state: await state() }
      arm(at, code)
      const outcome = await library.reindex({ change }).then(
        (report) => report,
        (error) => `${error.name}: ${error.message}`,
      )
      const failed = disarm()
      const isDone = typeof outcome !== 'string'
      const after = { id: library.current.id, state: await state() }
      const read = await readArticles({ folder, dataDir })
      const isServed =
        JSON.stringify(read.articles.map(({ file }) => file)) ===
        JSON.stringify(library.current.articles.map(({ file }) => file))
      const same = before.id === after.id && before.state === after.state
      process.stdout.write(
        `${JSON.stringify({ name, code, at, failed, outcome: isDone ? 'done' : outcome, same, isServed })}\n`,
      )
      // Taken back without a fault where it was done in spite of one, so that each call gets its turn.
      if (isDone && failed === null) {
        undo = outcome.undo
        break
      }
      clearEmpty()
      if (!isDone) continue
      const back = await library.reindex({ change: outcome.undo })
      // What is moved aside again has another place.
      if (change.does === 'restore') change = back.undo
    }
  }
}

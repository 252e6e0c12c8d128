// A process that reindexes and, at the step named, is killed as by kill -9; or, with a number, so many milliseconds after
// the beginning. Arguments: the compiled program's folder, the articles' folder, the data folder, step or milliseconds,
// the shape of snapshots, and, as JSON, a change of the articles that it is asked for with.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [program, folder, dataDir, when, shape, json] = process.argv.slice(2)
const load = (file) => import(pathToFileURL(join(program, file)).href)
const { openLibrary } = await load('library/library.js')
const { openStore } = await load('library/store.js')

const change = json === undefined ? undefined : JSON.parse(json)
if (change?.text !== undefined) change.bytes = Buffer.from(change.text)

const die = () => process.kill(process.pid, 'SIGKILL')
const store = openStore(dataDir, shape)
const library = await openLibrary({ folder, version: 'test', store, begin: 'kept-or-empty' })
const milliseconds = Number(when)
// A timer would wait for the work to breathe; another thread does not.
if (Number.isFinite(milliseconds)) {
  const { Worker } = await import('node:worker_threads')
  new Worker(`setTimeout(() => process.kill(${process.pid}, 'SIGKILL'), ${milliseconds})`, { eval: true }).unref()
}
await library.reindex({
  by: 'a child',
  change,
  onProgress: ({ step, done }) => {
    if (step === when && done === 0) die()
  },
})
process.stdout.write(library.current.id)

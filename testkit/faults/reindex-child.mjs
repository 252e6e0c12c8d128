// A process that reindexes and is killed as by kill -9: at the step named; or before the call of the file system of that number from 0,
// "call 12"; or, with a number alone, so many milliseconds after the beginning. Arguments: the articles'
// folder, the data folder, when, the fingerprint of snapshots, how it keeps ("carefully", or in one of the ways that must not be), and, as
// JSON, a change of the articles that it is asked for with, or null.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openLibrary } from '../../dist/src/library/library.js'
import { openStore } from '../../dist/src/library/snapshot/store.js'
import { arm } from './plant-faults.mjs'

const [folder, dataDir, when, fingerprint, keeps, json] = process.argv.slice(2)

const change = JSON.parse(json) ?? undefined
if (change?.text !== undefined) change.bytes = Buffer.from(change.text)

const die = () => process.kill(process.pid, 'SIGKILL')
const careful = openStore(dataDir, fingerprint)
const stores = {
  carefully: careful,
  /** Writes over the old file, and is killed half-way. */
  'in place': {
    ...careful,
    async switchTo(record) {
      const text = JSON.stringify(record)
      writeFileSync(join(dataDir, 'current.json'), text.slice(0, text.length / 2))
      die()
    },
  },
  /** Names the new generation before it is kept. */
  'pointer first': {
    ...careful,
    keep: async () => undefined,
    async switchTo(record, lock) {
      await careful.switchTo(record, lock)
      die()
    },
  },
  /** Under the old one's name: half of it is the new one. */
  'over the old one': {
    ...careful,
    async keep() {
      const { generation } = JSON.parse(readFileSync(join(dataDir, 'current.json'), 'utf8'))
      const file = join(dataDir, 'generations', `${generation}.snapshot`)
      const old = readFileSync(file)
      writeFileSync(file, old.subarray(0, old.length / 2))
      die()
    },
  },
}
const library = await openLibrary({ folder, version: 'test', store: stores[keeps], begin: 'stored-or-empty' })
const [, call] = /^call (\d+)$/.exec(when) ?? []
if (call !== undefined) arm(Number(call), 'SIGKILL')
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

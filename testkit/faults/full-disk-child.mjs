// A process whose data folder is a small disk of its own, a tmpfs that goes with it. It keeps an old generation, fills the disk up to a few
// bytes, reindexes, and prints a line of JSON: what became of that, and what is served and kept afterwards.
// Arguments: the articles' folder, the disk's folder, how much room to leave in bytes, and how it keeps:
// "carefully", or "in place", which must not be.
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openLibrary } from '../../dist/src/library/library.js'
import { programFingerprint } from '../../dist/src/library/program-fingerprint.js'
import { openStore } from '../../dist/src/library/snapshot/store.js'

const [folder, disk, room, keeps] = process.argv.slice(2)
mkdirSync(disk, { recursive: true })
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk])
const dataDir = join(disk, 'data')
const careful = openStore(dataDir, programFingerprint('test'))
const inPlace = {
  ...careful,
  keep: () => writeFile(join(dataDir, 'current.json'), 'x'.repeat(Number(room) + 65_536)),
}
const store = keeps === 'carefully' ? careful : inPlace
const open = (begin, onTrouble) => openLibrary({ folder, version: 'test', store, begin, onTrouble })

await openLibrary({ folder, version: 'test', store: careful })
const library = await open('stored')
const before = library.current.id
writeFileSync(join(folder, 'new.txt'), 'A new article says that 44 gulls were counted.\n')
const filler = join(disk, 'filler')
const { bavail, bsize } = statfsSync(disk)
writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - Number(room))))
const error = await library.reindex().then(
  () => null,
  (error) => `${error.name}: ${error.message}`,
)
const served = library.current.id
const troubles = []
const kept = await open('stored', (sentence) => troubles.push(sentence))
rmSync(filler)
const again = await library.reindex().then(
  (report) => report.after,
  (error) => `${error.name}: ${error.message}`,
)
const after = (await open('stored')).current.id
process.stdout.write(JSON.stringify({ error, before, served, kept: kept.current.id, troubles, again, after }))

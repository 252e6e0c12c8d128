import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { faults } from './faults.ts'
import { forgedPresses } from './forged.ts'
import { kills } from './kills.ts'
import { root } from './places.ts'
import { damagedSnapshots } from './snapshots.ts'
import { longestStall, starts } from './speed.ts'

// `npm run torture [share]`: what the library must survive, in full counts or a share of them, written to docs/torture.md.

const share = Number(process.argv[2] ?? 1)
const of = (count: number) => Math.max(1, Math.round(count * share))
const codes = ['ENOSPC', 'EIO', 'EROFS', 'EMFILE', 'EACCES']

const damaged = of(1000)
const detected = await damagedSnapshots(damaged)
const broken = await faults(share < 1 ? codes.slice(0, of(codes.length)) : codes)
const killed = await kills(of(300))
const served = (which: string) => killed.filter((kill) => kill.served === which).length
const forged = await forgedPresses(of(500))
const start = await starts(of(10_000))
const stall = await longestStall(of(20_000))

const lines = [
  '# What the library survives',
  '',
  'Written by `npm run torture`; a sample of the same runs in `npm test` (`tests/library`).',
  '',
  `Node ${process.versions.node}, ${cpus().length} processors, ${process.platform}.`,
  '',
  '| what | how many | outcome |',
  '| --- | --- | --- |',
  `| a reindex killed (kill -9), half at named steps, half at random moments | ${killed.length}, of which ${killed.filter((kill) => kill.killed).length} died before they were done | afterwards the old generation was served ${served('old')} times, the new one ${served('new')}, anything else ${served('neither')}; the next reindex worked ${killed.filter((kill) => kill.worksAgain).length} times |`,
  `| a call of the file system that fails once during a reindex | ${broken.planted} | told in a sentence ${broken.told} times, done all the same ${broken.planted - broken.told}; wrong generation served or kept, or not usable afterwards: ${broken.wrong} |`,
  `| snapshots flipped, cut or zeroed | ${damaged} | detected: ${detected} |`,
  `| forged or stale presses and commands, most by people without rights | ${forged.tried} | changed something: ${forged.changed.length}; not answered with one private sentence: ${forged.told.length}; refused and written down: ${forged.refused}; the same by the one who may ${forged.worksForTheRightOne ? 'works' : 'does NOT work'} |`,
  `| start with ${of(10_000)} paragraphs until facts and quotations can be asked for | 1 | from what is kept ${start.kept} ms, from the articles ${start.built} ms: ${(start.built / start.kept).toFixed(1)} times as long |`,
  `| longest stall of the main thread while a worker loads and rebuilds ${of(20_000)} paragraphs | 1 | ${stall} ms |`,
  '',
]
await writeFile(join(root, 'docs/torture.md'), lines.join('\n'))
process.stdout.write(lines.join('\n'))

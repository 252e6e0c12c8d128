import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { readCorpus } from '../../src/corpus/folder/read-folder.ts'
import { badFileProblems, badKinds, plantBadFiles } from '../../testkit/articles/bad-files.ts'
import { damages } from '../../testkit/faults/damage.ts'
import { openDamaged } from '../../testkit/faults/damaged-snapshots.ts'
import { faultCodes, faultProblem, reindexWithFaults } from '../../testkit/faults/faults.ts'
import { fullDiskProblem, reindexOnFullDisk, whyNoDisk } from '../../testkit/faults/full-disk.ts'
import { killAt, moments } from '../../testkit/faults/kills.ts'
import { askWhileReindexing, beginRounds, standing } from '../../testkit/library/busy.ts'
import { inPlace, openRemoteAt } from '../../testkit/library/place.ts'
import { root } from '../../testkit/program.ts'
import { askWhileRebuilding } from './discord.ts'
import { forgedPresses } from './forged.ts'
import { madeUpNews } from './news.ts'
import { type PartName, type Row, withRow } from './report.ts'
import { reindexOf, starts } from './speed.ts'
import { isShort, type Stall, stalls } from './stalls.ts'

// `npm run torture [share] [part …]`: what the library must survive, in full counts or a share of them, all parts or those named. What came
// of each goes to docs/torture.md, where the rows of other parts stay.

const [shareGiven = '1', ...wanted] = process.argv.slice(2)
const share = Number(shareGiven)
const of = (count: number) => Math.max(1, Math.round(count * share))
const about = `Node ${process.versions.node}, ${cpus().length} processors, ${process.platform}.`
const page = join(root, 'docs/torture.md')

/** Runs one part, and says at once what came of it. */
async function part(name: PartName, work: () => Promise<Row>): Promise<void> {
  if (wanted.length > 0 && !wanted.includes(name)) return
  const begun = performance.now()
  const row = await work()
  const took = Math.round((performance.now() - begun) / 1000)
  process.stdout.write(
    `${row.isRight ? 'ok   ' : 'WRONG'} ${name}: ${row.what}: ${row.count}: ${row.outcome} (${took} s)\n`,
  )
  if (!row.isRight) process.exitCode = 1
  await writeFile(page, withRow(await readFile(page, 'utf8').catch(() => ''), name, row, about))
}

await part('kills', async () => {
  const all = await killAt(moments(of(300), 7), 2)
  const served = (which: string) => all.filter((kill) => kill.served === which).length
  const problems = all.flatMap(({ problem }) => problem ?? [])
  return {
    what: 'a reindex killed (kill -9), half at named steps, half at random moments',
    count: `${all.length}, of which ${all.filter(({ killed }) => killed).length} died before they were done`,
    outcome: `afterwards the old generation was served ${served('old')} times, the new one ${served('new')}, anything else ${served('neither')}; the next reindex worked and left nothing behind ${all.length - problems.length} times`,
    isRight: served('neither') === 0 && problems.length === 0,
  }
})

await part('faults', async () => {
  const codes = faultCodes.slice(0, of(faultCodes.length))
  const lines = await inPlace(madeUpNews(12), (place) => reindexWithFaults(place, codes))
  const planted = lines.filter(({ failed }) => failed !== null)
  const told = planted.filter(({ outcome }) => outcome !== 'done').length
  const problems = lines.flatMap((line) => faultProblem(line) ?? [])
  return {
    what: `a call of the file system that fails once during a reindex (each of them, with ${codes.join(', ')})`,
    count: String(planted.length),
    outcome: `told in a sentence ${told} times, done all the same ${planted.length - told}; wrong generation served or kept, or not usable afterwards: ${problems.length}`,
    isRight: problems.length === 0,
  }
})

await part('disk', async () => {
  const what = 'a disk (tmpfs) that is full but for a few bytes during a reindex'
  const why = await whyNoDisk()
  if (why !== null) return { what, count: '0', outcome: `skipped: ${why}`, isRight: true }
  const rooms = Array.from({ length: of(24) }, (_, at) => at * 8192)
  const all = []
  for (const room of rooms) all.push(await inPlace(madeUpNews(60), (place) => reindexOnFullDisk(place, room)))
  const problems = all.flatMap((one) => fullDiskProblem(one) ?? [])
  const told = all.filter((one) => one.told !== null).length
  return {
    what,
    count: String(all.length),
    outcome: `told in a sentence ${told} times, room enough ${all.length - told}; wrong generation served or kept, or not usable with room: ${problems.length}`,
    isRight: problems.length === 0 && told > 0,
  }
})

await part('snapshots', async () => {
  const outcomes = await inPlace(madeUpNews(40), (place) => openDamaged(place, damages(of(1000), 1)))
  const told = outcomes.filter((one) => one.told !== null).length
  const same = outcomes.filter(({ isSame }) => isSame).length
  return {
    what: 'snapshots flipped, cut or zeroed',
    count: String(outcomes.length),
    outcome: `detected and named ${told} times; built anew with the same answers ${same} times`,
    isRight: told === outcomes.length && same === outcomes.length,
  }
})

await part('files', async () => {
  const begun = performance.now()
  const { planted, problems } = await inPlace({}, async ({ folder, dataDir }) => {
    await mkdir(dataDir)
    const planted = await plantBadFiles(folder, dataDir, of(200), 3)
    return { planted, problems: badFileProblems(planted, await readCorpus(folder)) }
  })
  return {
    what: `bad article files of ${badKinds.length} kinds between good ones`,
    count: `${planted.bad.size}, and ${planted.good.length} good ones`,
    outcome: `not named with the right reason, not read though good, or read from outside of the folder: ${problems.length}; ${Math.round(performance.now() - begun)} ms in all`,
    isRight: problems.length === 0,
  }
})

await part('reindexes', async () => {
  const stays = standing(200)
  const rounds = of(50)
  const { asked, lost, mixed, generations, reindexes } = await inPlace(stays, async (place) => {
    await beginRounds(place)
    const remote = await openRemoteAt(place)
    try {
      return await askWhileReindexing(place, remote.service, { stays, rounds })
    } finally {
      await remote.stop()
    }
  })
  return {
    what: 'reindexes back to back with a question at each of their steps, through the worker',
    count: `${reindexes} of ${rounds}, ${asked} questions`,
    outcome: `lost: ${lost}; answers that are not wholly one generation's: ${mixed.length}; ${generations} generations answered`,
    isRight: reindexes === rounds && lost === 0 && mixed.length === 0,
  }
})

const stalled = ({ own, idle }: Stall) => `${own} ms (a process beside it that does nothing: ${idle} ms)`
const minRepeats = 3

await part('forged', async () => {
  const { tried, changed, told, refused, worksForTheRightOne } = await forgedPresses(of(500))
  return {
    what: 'forged or stale presses and commands, most by people without rights',
    count: String(tried),
    outcome: `changed something: ${changed.length}; not answered with one private sentence: ${told.length}; refused and written down: ${refused}; the same by the one who may ${worksForTheRightOne ? 'works' : 'does not work'}`,
    isRight: changed.length === 0 && told.length === 0 && worksForTheRightOne,
  }
})

await part('starts', async () => {
  const { built, kept } = await starts(of(10_000))
  const times = built / kept
  return {
    what: `a process that answers one question on ${of(10_000)} paragraphs, from its start to its end`,
    count: '1',
    outcome: `from what is kept ${kept} ms, from the articles ${built} ms: ${times.toFixed(1)} times as long (at least ${minRepeats})`,
    isRight: times >= minRepeats,
  }
})

await part('stalls', async () => {
  const { load, rebuild, switching } = await stalls(of(20_000))
  return {
    what: `the longest stall of the main thread while its worker has ${of(20_000)} paragraphs`,
    count: '1',
    outcome: `to load ${stalled(load)}, to rebuild ${stalled(rebuild)}, to look for changes ${stalled(switching)}`,
    isRight: [load, rebuild, switching].every(isShort),
  }
})

await part('discord', async () => {
  const { load, rebuild } = await askWhileRebuilding(of(20_000))
  return {
    what: `the bot on a Discord on loopback, asked 5 times a second while it loads and rebuilds ${of(20_000)} paragraphs`,
    count: `${load.commands} and ${rebuild.commands} commands`,
    outcome: `acknowledged after 3 s or never: ${load.late} and ${rebuild.late}; the slowest after ${load.slowest} and ${rebuild.slowest} ms; the longest stall of its main thread ${stalled(load.stall)} and ${stalled(rebuild.stall)}`,
    isRight: load.late === 0 && rebuild.late === 0 && isShort(load.stall) && isShort(rebuild.stall),
  }
})

await part('growth', async () => {
  const all = []
  for (const paragraphs of [10_000, 20_000, 52_000]) all.push(await reindexOf(of(paragraphs)))
  const [first, last] = [all[0], all.at(-1)]
  const growth = first && last ? Math.log(last.cpu / first.cpu) / Math.log(last.paragraphs / first.paragraphs) : 0
  const seconds = (ms: number) => (ms / 1000).toFixed(1)
  return {
    what: 'a full reindex, kept on the disk, in a process of its own',
    count: `${all.map(({ paragraphs }) => paragraphs).join(', ')} paragraphs`,
    outcome: `${all.map(({ took, cpu, rss }) => `${seconds(cpu)} s of a processor within ${seconds(took)} s, at most ${rss} MiB`).join('; ')}: the work grows as paragraphs^${growth.toFixed(2)}`,
    isRight: share < 1 || growth < 1.3,
  }
})

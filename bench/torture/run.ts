import { spawnSync } from 'node:child_process'
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
// of each goes to docs/torture.md, where the rows of other parts stay. At last, or as the part `tests`, it runs the tests that run a sample of
// the same in `npm test`, with all cases.

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
    what: 'reindexes killed with SIGKILL, half at named steps, half at random moments',
    count: `${all.length}, ${all.filter(({ killed }) => killed).length} of them before they had finished`,
    outcome: `then served the old generation ${served('old')} times, the new one ${served('new')}, anything else ${served('neither')}; the next reindex worked and left no files behind ${all.length - problems.length} times`,
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
    what: `each file system call of a reindex fails once (${codes.join(', ')})`,
    count: String(planted.length),
    outcome: `error reported in one sentence ${told} times, completed anyway ${planted.length - told}; wrong generation served or stored, or unusable afterwards: ${problems.length}`,
    isRight: problems.length === 0,
  }
})

await part('disk', async () => {
  const what = 'reindexes on a disk (tmpfs) with little or no free space'
  const why = await whyNoDisk()
  if (why !== null) return { what, count: '0', outcome: `skipped: ${why}`, isRight: true }
  const rooms = Array.from({ length: of(24) }, (_, at) => at * 8192)
  const all = []
  for (const room of rooms) all.push(await inPlace(madeUpNews(60), (place) => reindexOnFullDisk(place, room)))
  const problems = all.flatMap((one) => fullDiskProblem(one) ?? [])
  const told = all.filter((one) => one.error !== null).length
  return {
    what,
    count: String(all.length),
    outcome: `error reported in one sentence ${told} times, enough space ${all.length - told}; wrong generation served or stored, or unusable once there is space: ${problems.length}`,
    isRight: problems.length === 0 && told > 0,
  }
})

await part('snapshots', async () => {
  const outcomes = await inPlace(madeUpNews(40), (place) => openDamaged(place, damages(of(1000), 1)))
  const told = outcomes.filter((one) => one.warning !== null).length
  const same = outcomes.filter(({ isSame }) => isSame).length
  return {
    what: 'snapshots with flipped bits, cut off, or zeroed',
    count: String(outcomes.length),
    outcome: `detected and reported ${told} times; rebuilt with the same answers ${same} times`,
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
    what: `bad article files of ${badKinds.length} kinds among good ones`,
    count: `${planted.bad.size} bad, ${planted.good.length} good`,
    outcome: `bad without the right reason, good but not read, or read from outside the folder: ${problems.length}; ${Math.round(performance.now() - begun)} ms in total`,
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
    what: 'consecutive reindexes in the worker, with a question at each step',
    count: `${reindexes} of ${rounds}, ${asked} questions`,
    outcome: `lost: ${lost}; answers that mix generations: ${mixed.length}; ${generations} generations answered`,
    isRight: reindexes === rounds && lost === 0 && mixed.length === 0,
  }
})

const stalled = ({ own, idle }: Stall) => `${own} ms (idle process: ${idle} ms)`
const minRepeats = 3

await part('forged', async () => {
  const { tried, changed, badReplies, refused, worksForTheRightOne } = await forgedPresses(of(500))
  return {
    what: 'forged or stale button presses and commands, most by people without permission',
    count: String(tried),
    outcome: `changed something: ${changed.length}; not answered with one private sentence: ${badReplies.length}; refused and logged: ${refused}; the same by a permitted user ${worksForTheRightOne ? 'works' : 'does not work'}`,
    isRight: changed.length === 0 && badReplies.length === 0 && worksForTheRightOne,
  }
})

await part('starts', async () => {
  const { built, kept } = await starts(of(10_000))
  const times = built / kept
  return {
    what: `a process that answers one question on ${of(10_000)} paragraphs, from start to exit`,
    count: '1',
    outcome: `from the stored index ${kept} ms, from the articles ${built} ms: ${times.toFixed(1)} times as long (at least ${minRepeats})`,
    isRight: times >= minRepeats,
  }
})

await part('stalls', async () => {
  const { load, rebuild, switching } = await stalls(of(20_000))
  return {
    what: `the longest stall of the main thread while its worker handles ${of(20_000)} paragraphs`,
    count: '1',
    outcome: `loading ${stalled(load)}, rebuilding ${stalled(rebuild)}, checking for changes ${stalled(switching)}`,
    isRight: [load, rebuild, switching].every(isShort),
  }
})

await part('discord', async () => {
  const { load, rebuild } = await askWhileRebuilding(of(20_000))
  return {
    what: `the bot on the loopback Discord, 5 commands a second while it loads and rebuilds ${of(20_000)} paragraphs`,
    count: `${load.commands} and ${rebuild.commands} commands`,
    outcome: `acknowledged after 3 s or never: ${load.late} and ${rebuild.late}; slowest ${load.slowest} and ${rebuild.slowest} ms; longest stall of the main thread ${stalled(load.stall)} and ${stalled(rebuild.stall)}`,
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
    what: 'a full reindex, stored on disk, in its own process',
    count: `${all.map(({ paragraphs }) => paragraphs).join(', ')} paragraphs`,
    outcome: `${all.map(({ took, cpu, rss }) => `${seconds(cpu)} s of CPU in ${seconds(took)} s, at most ${rss} MiB`).join('; ')}: CPU time grows as paragraphs^${growth.toFixed(2)}`,
    isRight: share < 1 || growth < 1.3,
  }
})

if (wanted.length === 0 || wanted.includes('tests')) {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const { status } = spawnSync(process.execPath, [vitest, 'run', 'tests/library', 'hostile-texts'], {
    cwd: root,
    env: { ...process.env, THOROUGH: 'true' },
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}

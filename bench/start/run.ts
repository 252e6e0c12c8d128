import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { root } from '../../testkit/program.ts'
import { measureProcess } from '../measured-process.ts'
import { record, thisRun } from '../results/results.ts'
import { percentile } from '../scale/measured.ts'

// The CPU time of a whole process that answers one question about the articles in seeds/, against a script that only indexes the same
// paragraphs. They run in turn; the figures are medians.

const rounds = 11
const maxTimes = 3
const baseline = fileURLToPath(new URL('./baseline.js', import.meta.url))

const cpuOf = (args: readonly string[], folder: string, variables: Readonly<Record<string, string>> = {}) =>
  measureProcess(args, folder, variables).cpuMs

const folder = mkdtempSync(join(tmpdir(), 'verbatim-start-'))
try {
  const stored = { DATA_DIR: join(folder, 'stored') }
  const ask = [root, 'ask', '/facts drones']
  cpuOf([root, 'reindex'], folder, stored)
  const processes: Readonly<Record<string, () => number>> = {
    'import minisearch and index': () => cpuOf([baseline, join(root, 'seeds')], folder),
    'node . ask, index stored': () => cpuOf(ask, folder, stored),
    'node . ask, nothing stored': () => cpuOf(ask, folder),
  }
  const times: readonly Map<string, number>[] = Array.from({ length: rounds }, () => {
    return new Map(Object.entries(processes).map(([name, run]) => [name, run()] as const))
  })
  const medianOf = (name: string) =>
    percentile(
      times.map((round) => round.get(name) ?? Number.NaN),
      0.5,
    )
  const [base = ''] = Object.keys(processes)
  for (const name of Object.keys(processes)) {
    const [ms, ratio] = [medianOf(name), medianOf(name) / medianOf(base)]
    stdout.write(`${name.padEnd(30)} ${ms.toFixed(0).padStart(6)} ms CPU, ${ratio.toFixed(2)} x\n`)
  }
  const run = thisRun('npm run bench -- start')
  const goal = (name: string) => ({
    what: `start to end of \`node . ask '/facts drones'\`, ${name}, as a multiple of importing MiniSearch and indexing`,
    limit: maxTimes,
    measured: medianOf(`node . ask, ${name}`) / medianOf(base),
    unit: ' x',
    run,
  })
  await record({ goals: [goal('index stored'), goal('nothing stored')] })
} finally {
  rmSync(folder, { recursive: true })
}

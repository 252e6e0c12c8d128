import { readFile, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { root } from '../../testkit/program.ts'
import { scaleChart } from './chart.ts'
import { type Results, type Row, type Run, resultsSchema } from './figures.ts'
import { resultsPage } from './page.ts'

const dataFile = join(root, 'bench/results.json')
const pageFile = join(root, 'bench/RESULTS.md')
const chartFile = join(root, 'bench/scale.svg')

/** This machine now. `command` is what the person typed. */
export function thisRun(command: string): Run {
  const [{ model } = { model: 'unknown processor' }] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    machine: `${cpus().length} x ${model.trim()}, ${memory} GiB, ${process.platform}`,
    command,
  }
}

async function readResults(): Promise<Results> {
  const text = await readFile(dataFile, 'utf8').catch(() => '{"rows":[],"goals":[]}')
  return resultsSchema.parse(JSON.parse(text))
}

/**
 * Puts figures in place of older ones of the same engine and size, or the same goal, and writes `bench/results.json`, `bench/RESULTS.md` and
 * `bench/scale.svg`.
 */
export async function record({ rows = [], goals = [] }: Partial<Results>): Promise<void> {
  const old = await readResults()
  const isSameRow = (a: Row, b: Row) => a.size === b.size && a.engine === b.engine
  const results: Results = {
    rows: [...old.rows.filter((row) => !rows.some((other) => isSameRow(row, other))), ...rows],
    goals: [...old.goals.filter(({ what }) => !goals.some((other) => other.what === what)), ...goals],
  }
  await writeFile(dataFile, `${JSON.stringify(results, null, 2)}\n`)
  await writeFile(pageFile, resultsPage(results))
  await writeFile(chartFile, scaleChart(results.rows))
}

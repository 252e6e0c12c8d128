import { argv, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { type Files, inPlace } from '../../testkit/library/place.ts'
import { exponent } from '../exponent.ts'
import { nodeFlags } from '../node-flags.ts'
import { record, thisRun } from '../results/results.ts'
import { madeUpNews } from '../torture/news.ts'
import { runNode } from '../torture/run-once.ts'
import { type Measured, measuredSchema, phases } from './phases.ts'
import { madeUpTranscripts } from './transcripts.ts'

// How long it takes to read a folder of made-up articles, and how much memory, in a process of its own:
//   npm run bench -- reading                     transcripts of 1, 4, 16 and 35 MB
//   npm run bench -- reading news 1 4 16 40     news of these sizes in MB

const megabyte = 1_000_000
const defaultSizes = [1, 4, 16, 35]
/** The size in MB for which transcripts have goals. */
const goalSize = 35
const maxSeconds = 60
const maxPeakMb = 900
const maxExponent = 1.05
/** Bytes of a made-up paragraph of news, on average. */
const newsParagraphBytes = 237

const makers: Readonly<Record<string, (bytes: number) => Files>> = {
  transcripts: madeUpTranscripts,
  news: (bytes) => madeUpNews(Math.round(bytes / newsParagraphBytes)),
}

interface Row {
  readonly megabytes: number
  readonly inPhases: Measured
  readonly asProgram: Measured
}

const readOnce = fileURLToPath(new URL('./read-once.js', import.meta.url))

async function measure(flags: readonly string[], ...folders: readonly string[]): Promise<Measured> {
  return measuredSchema.parse(JSON.parse((await runNode([...flags, readOnce, ...folders])).stdout))
}

function row(files: Files): Promise<Row> {
  const megabytes = Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0) / megabyte
  return inPlace(files, async ({ folder, dataDir }) => ({
    megabytes,
    inPhases: await measure([], folder),
    asProgram: await measure(nodeFlags('reindex'), folder, dataDir),
  }))
}

const cell = (text: string | number) => String(text).padStart(11)
const seconds = (ms: number) => cell((ms / 1000).toFixed(2))
const line = (cells: readonly string[]) => void stdout.write(`${cells.join('')}\n`)

const [kind = 'transcripts', ...given] = argv.slice(2)
const make = makers[kind]
const sizes = given.length > 0 ? given.map(Number) : defaultSizes
if (make === undefined || sizes.some((size) => !(size > 0))) {
  process.stderr.write('usage: npm run bench -- reading [transcripts | news] [MEGABYTES …]\n')
  process.exit(2)
}

stdout.write(
  `${kind}: CPU seconds of each phase in one thread; then of \`npm run reindex\`, with reading threads and a snapshot\n`,
)
line([...['MB', 'paragraphs', ...phases, 'CPU', 'peak MB', 'program', 'wall', 'peak MB'].map(cell)])
const rows: Row[] = []
for (const size of sizes) {
  const one = await row(make(size * megabyte))
  const { megabytes, inPhases, asProgram } = one
  rows.push(one)
  line([
    cell(megabytes.toFixed(1)),
    cell(inPhases.paragraphs),
    ...phases.map((phase) => seconds(inPhases.milliseconds[phase] ?? 0)),
    seconds(inPhases.cpu),
    cell(inPhases.peakMb.toFixed(0)),
    seconds(asProgram.cpu),
    seconds(asProgram.took),
    cell(asProgram.peakMb.toFixed(0)),
  ])
}
if (rows.length > 1) {
  const grows = (of: (one: Row) => number) => cell(exponent(rows.map((one) => [one.megabytes, of(one)])).toFixed(2))
  line([
    cell('exponent'),
    cell(''),
    ...phases.map((phase) => grows(({ inPhases }) => inPhases.milliseconds[phase] ?? 0)),
    grows(({ inPhases }) => inPhases.cpu),
    grows(({ inPhases }) => inPhases.peakMb),
    grows(({ asProgram }) => asProgram.cpu),
    grows(({ asProgram }) => asProgram.took),
    grows(({ asProgram }) => asProgram.peakMb),
  ])
}
const last = rows[sizes.indexOf(goalSize)]
if (kind === 'transcripts' && rows.length > 1 && last !== undefined) {
  const run = thisRun(['npm run bench -- reading', ...argv.slice(2)].join(' '))
  const what = `reading ${goalSize} MB of transcripts with \`npm run reindex\``
  const { took, peakMb } = last.asProgram
  const growth = exponent(rows.map(({ megabytes, asProgram }) => [megabytes, asProgram.cpu]))
  await record({
    goals: [
      { what: `${what}, two threads`, limit: maxSeconds, measured: took / 1000, unit: ' s', run },
      { what: `${what}, peak memory`, limit: maxPeakMb, measured: peakMb, unit: ' MB', run },
      { what: `${what}, exponent of the CPU time from 1 MB`, limit: maxExponent, measured: growth, unit: '', run },
    ],
  })
}

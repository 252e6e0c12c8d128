import { argv, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { type Files, inPlace } from '../../testkit/library/place.ts'
import { exponent } from '../exponent.ts'
import { madeUpNews } from '../torture/news.ts'
import { runNode } from '../torture/run-once.ts'
import { type Measured, measuredSchema, phases } from './phases.ts'
import { madeUpTranscripts } from './transcripts.ts'

// How long it takes to read a folder of made-up articles, and how much memory, in a process of its own:
//   npm run bench -- reading                     transcripts of 1, 4, 16 and 35 MB
//   npm run bench -- reading news 1 4 16 40     news of these sizes in MB

const megabyte = 1_000_000
const defaultSizes = [1, 4, 16, 35]
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

async function measure(...folders: readonly string[]): Promise<Measured> {
  return measuredSchema.parse(JSON.parse((await runNode([readOnce, ...folders])).stdout))
}

function row(files: Files): Promise<Row> {
  const megabytes = Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0) / megabyte
  return inPlace(files, async ({ folder, dataDir }) => ({
    megabytes,
    inPhases: await measure(folder),
    asProgram: await measure(folder, dataDir),
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
  `${kind}: CPU seconds of each phase in one thread; then of the program, with reading threads and a snapshot\n`,
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

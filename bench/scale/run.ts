import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { argv, exit, stderr, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { root } from '../../testkit/program.ts'
import type { Row } from '../results/figures.ts'
import { record, thisRun } from '../results/results.ts'
import { runNode } from '../torture/run-once.ts'
import { scaleCorpus } from './corpus.ts'
import { askedSchema, builtSchema } from './measured.ts'
import { writePlace } from './place.ts'
import { RivalMissing } from './rivals/rival.ts'
import { rivals } from './rivals/rivals.ts'
import { commands } from './verbatim.ts'

// Builds and asks each engine, each in processes of its own, on corpora of several sizes, and puts the figures into bench/RESULTS.md:
//   npm run bench -- scale [SIZES] [FOLDER…] [--engines NAMES]

const usage = `npm run bench -- scale [SIZES] [FOLDER…] [--engines NAMES]
SIZES are numbers of paragraphs with commas between them (default: 1000,10000,100000). FOLDERs hold articles, perhaps with questions,
that are mixed with made-up ones. NAMES (default: all): verbatim, ${Object.keys(rivals).join(', ')}.
`
const allEngines = ['verbatim', ...Object.keys(rivals)]
/** V8's own limit would be reached by a large corpus in an engine that needs much memory; what each needs is measured. */
const nodeFlags = ['--expose-gc', '--max-old-space-size=8192']

const { values, positionals } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: { engines: { type: 'string', default: allEngines.join(',') } },
})
const isSizes = (text: string) => /^\d+(?:,\d+)*$/.test(text)
const [first = ''] = positionals
const sizes = (isSizes(first) ? first : '1000,10000,100000').split(',').map(Number)
const folders = isSizes(first) ? positionals.slice(1) : positionals
const engines = values.engines.split(',')
const unknown = engines.filter((engine) => !allEngines.includes(engine))
if (unknown.length > 0 || sizes.some((size) => size === 0)) {
  stderr.write(usage)
  exit(2)
}
const run = thisRun(['npm run bench -- scale', ...argv.slice(2).map((word) => basename(word))].join(' '))

const script = (name: string) => fileURLToPath(new URL(`./${name}.js`, import.meta.url))

function versionOf(engine: string): string {
  const packages: Readonly<Record<string, string>> = {
    minisearch: 'node_modules/minisearch',
    'minisearch-defaults': 'node_modules/minisearch',
    flexsearch: 'bench/node_modules/flexsearch',
    orama: 'bench/node_modules/@orama/orama',
  }
  if (engine === 'sqlite') return `in Node ${process.versions.node}`
  const manifest: unknown = JSON.parse(readFileSync(join(root, packages[engine] ?? '', 'package.json'), 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : ''
}

/** Those of the wanted engines that can run here; says why others are left out. */
function installedOf(wanted: readonly string[], folder: string): readonly string[] {
  return wanted.filter((engine) => {
    try {
      rivals[engine]?.(folder)
      return true
    } catch (error) {
      if (!(error instanceof RivalMissing)) throw error
      stdout.write(`${engine} is left out: ${error.message}\n`)
      return false
    }
  })
}

async function child<T>(name: string, args: readonly string[], parse: (value: unknown) => T): Promise<T> {
  const { stdout: printed } = await runNode([...nodeFlags, script(name), ...args])
  return parse(JSON.parse(printed))
}

/** Runs some work with an empty folder, which is removed afterwards. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-scale-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const usable = await inFolder(async (folder) => installedOf(engines, folder))
for (const size of sizes) {
  await inFolder(async (place) => {
    const corpus = await scaleCorpus({ paragraphs: size, folders: folders.map((folder) => resolve(folder)) })
    const paragraphs = await writePlace(place, corpus)
    const named = [...folders.map((folder) => basename(folder)), 'made-up articles'].join(', ')
    stdout.write(`${paragraphs} paragraphs: ${named}\n`)
    for (const engine of usable) {
      const built = await child('build-once', [engine, place], (value) => builtSchema.parse(value))
      for (const asker of engine === 'verbatim' ? Object.keys(commands) : [engine]) {
        const asked = await child('ask-once', [asker, place], (value) => askedSchema.parse(value))
        const row: Row = {
          size,
          engine: asker,
          paragraphs,
          corpus: named,
          version: versionOf(engine),
          built,
          asked,
          run,
        }
        await record({ rows: [row] })
        const { p50Ms, p99Ms, r1 } = asked
        stdout.write(
          `  ${asker.padEnd(20)} p50 ${p50Ms.toFixed(2)} ms, p99 ${p99Ms.toFixed(2)} ms, R@1 ${r1?.toFixed(1) ?? '-'}\n`,
        )
      }
    }
  })
}

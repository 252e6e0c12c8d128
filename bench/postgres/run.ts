import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, exit, stderr, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { openServer } from '../../testkit/postgres/server.ts'
import { runNode } from '../torture/run-once.ts'
import { askedSchema, storedSchema } from './measured.ts'

// Stores made-up articles in a PostgreSQL database, and asks it: npm run bench -- postgres [PARAGRAPHS]

const nodeFlags = ['--expose-gc', '--max-old-space-size=12288']

const [paragraphs = '1000000'] = argv.slice(2)
const server = await openServer({ isDurable: true, settings: ['shared_buffers=512MB', 'max_wal_size=4GB'] })
if (server === null) {
  stderr.write('There is no server: npm ci --prefix tests/postgres installs one, or DATABASE_URL names one.\n')
  exit(2)
}
const folder = await mkdtemp(join(tmpdir(), 'verbatim-bench-postgres-'))
const script = (name: string) => fileURLToPath(new URL(`./${name}.js`, import.meta.url))
try {
  const url = await server.createDatabase()
  const built = await runNode([...nodeFlags, script('build-once'), url, folder, paragraphs])
  const stored = storedSchema.parse(JSON.parse(built.stdout))
  stdout.write(
    `${stored.paragraphs} paragraphs in ${stored.articles} articles: read in ${stored.readingS.toFixed(1)} s, indexed in ${stored.indexingS.toFixed(1)} s, stored in ${stored.storingS.toFixed(1)} s; peak memory ${stored.peakMb.toFixed(0)} MB\n`,
  )
  const asked = askedSchema.parse(JSON.parse((await runNode([...nodeFlags, script('ask-once'), url, folder])).stdout))
  const { fetchingS, loadingS, questions, answered, p50Ms, p99Ms, cpuP50Ms, cpuP99Ms, restMb } = asked
  stdout.write(
    `fetched and loaded in ${fetchingS.toFixed(1)} s, loaded from the copy in ${loadingS.toFixed(1)} s; memory ${restMb.toFixed(0)} MB after the questions\n` +
      `/ask, ${questions} questions (${answered} answered): p50 ${p50Ms.toFixed(0)} ms, p99 ${p99Ms.toFixed(0)} ms; CPU time of the process p50 ${cpuP50Ms.toFixed(0)} ms, p99 ${cpuP99Ms.toFixed(0)} ms\n`,
  )
} finally {
  await server.remove()
  await rm(folder, { recursive: true, force: true })
}

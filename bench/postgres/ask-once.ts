import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argv, memoryUsage, stdout } from 'node:process'
import * as z from 'zod'
import { openDatabaseStore } from '../../src/library/database/database-store.ts'
import { openLibrary } from '../../src/library/library.ts'
import { createAnswerService } from '../../src/service/answer-service.ts'
import { fingerprint, version } from '../../testkit/library/place.ts'
import { cpuMs, mebibytes, percentile } from '../scale/measured.ts'
import type { askedSchema } from './measured.ts'

// A process that loads the index of a database twice, first without a copy, and asks it: node ask-once.js URL FOLDER

/** Questions that warm the process; they are not measured. */
const warmUps = 60

const [url = '', folder = ''] = argv.slice(2)
const seconds = () => performance.now() / 1000

/** Opens the library of the database. */
async function open() {
  const store = openDatabaseStore({ url, dataDir: join(folder, 'reader'), fingerprint, program: version })
  const library = await openLibrary({ folder, version, store, begin: 'stored' })
  // Opens the index, which is done at the first search.
  await library.current.index.search({ terms: [] })
  return { store, library }
}

const begun = seconds()
await (await open()).store.close()
const fetched = seconds()
const { library, store } = await open()
const loaded = seconds()
const service = createAnswerService(library)
const questions = z.array(z.string()).parse(JSON.parse(await readFile(join(folder, 'questions.json'), 'utf8')))
const [times, cpuTimes]: [number[], number[]] = [[], []]
let answered = 0
for (const [at, question] of questions.entries()) {
  const [start, cpuStart] = [performance.now(), cpuMs()]
  const { status } = await service.ask(question)
  if (at < warmUps) continue
  times.push(performance.now() - start)
  cpuTimes.push(cpuMs() - cpuStart)
  if (status === 'answered') answered++
}
globalThis.gc?.()
const result: z.infer<typeof askedSchema> = {
  fetchingS: fetched - begun,
  loadingS: loaded - fetched,
  questions: times.length,
  answered,
  p50Ms: percentile(times, 0.5),
  p99Ms: percentile(times, 0.99),
  cpuP50Ms: percentile(cpuTimes, 0.5),
  cpuP99Ms: percentile(cpuTimes, 0.99),
  restMb: mebibytes(memoryUsage().rss),
}
await store.close()
stdout.write(JSON.stringify(result))

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argv, resourceUsage, stdout } from 'node:process'
import type * as z from 'zod'
import { parseFile } from '../../src/corpus/parse-file.ts'
import { openDatabaseStore } from '../../src/library/database/database-store.ts'
import { type ArticleReading, readArticle, restoreReading } from '../../src/library/generation/article-reading.ts'
import { buildGeneration } from '../../src/library/generation/generation.ts'
import { fingerprint, version } from '../../testkit/library/place.ts'
import { scaleCorpus } from '../scale/corpus.ts'
import type { storedSchema } from './measured.ts'

// A process that makes a corpus and stores its index in a database: node build-once.js URL FOLDER PARAGRAPHS
// Statements and facts are left out: made-up articles have thousands that no real ones have.

const [url = '', folder = '', paragraphs = ''] = argv.slice(2)
const seconds = () => performance.now() / 1000

const { files, questions } = await scaleCorpus({ paragraphs: Number(paragraphs), questions: 500 })
await writeFile(join(folder, 'questions.json'), JSON.stringify(questions.map(({ question }) => question)))
const begun = seconds()
const readings: ArticleReading[] = []
for (const [file, text] of Object.entries(files)) {
  const article = await parseFile(file, Buffer.from(text))
  const { words } = readArticle(article)
  readings.push(restoreReading({ article, words }, { utterances: () => [], reports: () => [] }))
}
const read = seconds()
const articles = readings.map(({ article }) => article)
const known = new Map(readings.map((reading) => [reading.article, reading]))
const generation = buildGeneration({ articles, skipped: [] }, version, known)
const indexed = seconds()
const store = openDatabaseStore({ url, dataDir: folder, fingerprint, program: version })
const lock = await store.lock('a bench')
await store.keep(generation)
const record = { generation: generation.id, previous: null, folder: '', at: new Date().toISOString(), by: 'a bench' }
await store.switchTo(record, lock)
await lock.release()
const stored = seconds()
const result: z.infer<typeof storedSchema> = {
  paragraphs: generation.passages.length,
  articles: articles.length,
  readingS: read - begun,
  indexingS: indexed - read,
  storingS: stored - indexed,
  peakMb: resourceUsage().maxRSS / 1024,
}
await store.close()
stdout.write(JSON.stringify(result))

import { createHash } from 'node:crypto'
import { serialize } from 'node:v8'
import type { Article } from '../../corpus/article/article.ts'
import type { Database } from '../../database/database.ts'
import { packLists } from '../../search/postgres/posting-blocks.ts'
import { fillPostings, finishPostings, postingsTable } from '../../search/postgres/posting-table.ts'
import { dictionaryOf } from '../../search/terms/dictionary.ts'
import { LibraryError } from '../errors/library-error.ts'
import type { ArticleReading } from '../generation/article-reading.ts'
import type { Generation } from '../generation/generation.ts'
import { type Piece, storeArticle, storeJoined, storeSkipped } from '../snapshot/stored-generation.ts'
import { storeReading } from '../snapshot/stored-reading.ts'
import { articlesTable, createBuildTables, piecesTable, roleOf } from './build-tables.ts'
import { collection } from './collection.ts'

/** Which program writes. */
export interface Writer {
  /** `programFingerprint` of this program, and its version. */
  readonly fingerprint: string
  readonly program: string
}

/** How many bytes, and how many readings, are sent at once. */
const batchBytes = 4 << 20
const batchReadings = 500

/** The hashes of articles that are in the database, so that they need not be encoded again. */
const hashes = new WeakMap<Article, Buffer>()

/** Remembers that the database has an article under a hash. */
export function rememberHash(article: Article, hash: Buffer): void {
  hashes.set(article, hash)
}

interface Hashed {
  readonly reading: ArticleReading
  readonly hash: Buffer
}

function hashed(reading: ArticleReading): Hashed {
  const { article } = reading
  const hash = hashes.get(article) ?? createHash('sha256').update(storeArticle(article)).digest()
  hashes.set(article, hash)
  return { reading, hash }
}

/** Stores those of some readings that the database does not have, and returns how many these were. */
async function storeReadings(database: Database, { fingerprint }: Writer, some: readonly Hashed[]): Promise<number> {
  const known = await database.query<{ hash: Buffer }>(
    'select hash from readings where collection = $1 and fingerprint = $2 and hash = any ($3)',
    [collection, fingerprint, some.map(({ hash }) => hash)],
  )
  const isKnown = new Set(known.map(({ hash }) => hash.toString('hex')))
  const missing = some.filter(({ hash }) => !isKnown.has(hash.toString('hex')))
  let rows: (readonly [Buffer, Buffer, Uint8Array, Uint8Array])[] = []
  let bytes = 0
  const send = async () => {
    if (rows.length === 0) return
    await database.query(
      `insert into readings (collection, fingerprint, hash, article, words, slow_parts)
        select $1, $2, * from unnest($3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[]) on conflict do nothing`,
      [
        collection,
        fingerprint,
        rows.map(([hash]) => hash),
        rows.map(([, article]) => article),
        rows.map(([, , words]) => words),
        rows.map(([, , , slowParts]) => slowParts),
      ],
    )
    rows = []
    bytes = 0
  }
  for (const { reading, hash } of missing) {
    const article = storeArticle(reading.article)
    const { words, slowParts } = storeReading(reading)
    rows.push([hash, article, words, slowParts])
    bytes += article.length + words.length + slowParts.length
    if (bytes >= batchBytes) await send()
  }
  await send()
  return missing.length
}

async function storeArticles(database: Database, writer: Writer, build: number, all: readonly ArticleReading[]) {
  for (let start = 0; start < all.length; start += batchReadings) {
    const some = all.slice(start, start + batchReadings).map(hashed)
    await storeReadings(database, writer, some)
    await database.query(`insert into ${articlesTable(build)} select * from unnest($1::integer[], $2::bytea[])`, [
      some.map((_, at) => start + at),
      some.map(({ hash }) => hash),
    ])
  }
}

function* piecesOf(generation: Generation): Generator<Piece> {
  const { parts, skipped } = generation
  yield { section: 'articles', bytes: storeSkipped(skipped) }
  yield { section: 'index', bytes: serialize(dictionaryOf(parts.index().toData())) }
  yield* storeJoined(generation)
}

/** Stores what is said in several articles, piece by piece. Returns the number of pieces. */
async function storePieces(database: Database, build: number, generation: Generation): Promise<number> {
  const counts = new Map<string, number>()
  let total = 0
  for (const { section, bytes } of piecesOf(generation)) {
    const at = counts.get(section) ?? 0
    counts.set(section, at + 1)
    total++
    await database.query(`insert into ${piecesTable(build)} values ($1, $2, $3)`, [section, at, bytes])
  }
  return total
}

/** Checks that the database has all of a build. */
async function checkCounts(
  database: Database,
  { fingerprint }: Writer,
  build: number,
  expected: { readonly articles: number; readonly blocks: number; readonly pieces: number },
): Promise<void> {
  const [found] = await database.query<{ articles: string; blocks: string; pieces: string }>(
    `select
      (select count(*) from ${articlesTable(build)} join readings using (hash)
        where collection = $1 and fingerprint = $2) as articles,
      (select count(*) from ${postingsTable(build)}) as blocks,
      (select count(*) from ${piecesTable(build)}) as pieces`,
    [collection, fingerprint],
  )
  for (const what of ['articles', 'blocks', 'pieces'] as const) {
    const stored = Number(found?.[what])
    if (stored !== expected[what])
      throw new LibraryError(
        `The database stored ${stored} of ${expected[what]} ${what} of the new index: try again.`,
        null,
      )
  }
}

/** Stores a generation as a new build, which no reader sees yet. The lock of the reindex must be held. */
export async function storeBuild(database: Database, writer: Writer, generation: Generation): Promise<void> {
  const { id, articles, passages, parts } = generation
  const [row] = await database.query<{ build: string }>(
    `insert into builds (collection, generation, fingerprint, program, node, articles, paragraphs)
      values ($1, $2, $3, $4, $5, $6, $7) returning build`,
    [collection, id, writer.fingerprint, writer.program, process.version, articles.length, passages.length],
  )
  const build = Number(row?.build)
  await createBuildTables(database, build)
  await storeArticles(database, writer, build, parts.readings())
  const pieces = await storePieces(database, build, generation)
  const blocks = await fillPostings(database, build, packLists(parts.index().toData()))
  await finishPostings(database, build, await roleOf(database))
  await checkCounts(database, writer, build, { articles: articles.length, blocks, pieces })
  await database.query('update builds set completed_at = now() where build = $1', [build])
}

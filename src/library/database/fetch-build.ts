import type { Database } from '../../database/database.ts'
import type { Piece, SectionName } from '../snapshot/stored-generation.ts'
import { articlesTable, piecesTable } from './build-tables.ts'
import { collection } from './collection.ts'

/** The number of articles that are fetched at once. */
const batch = 200

/** A build to fetch. */
export interface StoredBuild {
  readonly build: number
  readonly fingerprint: string
  readonly articles: number
}

type Columns = { readonly article: Buffer } | { readonly words: Buffer; readonly slow_parts: Buffer }

async function* fetchReadings<Row extends Columns>(
  database: Database,
  { build, fingerprint, articles }: StoredBuild,
  columns: string,
): AsyncGenerator<Row> {
  const sql = `select ${columns} from ${articlesTable(build)} as listed
    join readings on readings.collection = $1 and readings.fingerprint = $2 and readings.hash = listed.hash
    where listed.at >= $3 and listed.at < $4 order by listed.at`
  for (let start = 0; start < articles; start += batch)
    yield* await database.query<Row>(sql, [collection, fingerprint, start, start + batch])
}

async function* fetchPieces(database: Database, build: number, section: SectionName): AsyncGenerator<Piece> {
  for (let at = 0; ; at++) {
    const [row] = await database.query<{ bytes: Buffer }>(
      `select bytes from ${piecesTable(build)} where section = $1 and at = $2`,
      [section, at],
    )
    if (row === undefined) return
    yield { section, bytes: row.bytes }
  }
}

/** The pieces of a build, in the order of a snapshot, with a dictionary instead of the index. */
export async function* fetchBuild(database: Database, stored: StoredBuild): AsyncGenerator<Piece> {
  const { build } = stored
  for await (const { article } of fetchReadings<{ article: Buffer }>(database, stored, 'article'))
    yield { section: 'articles', bytes: article }
  yield* fetchPieces(database, build, 'articles')
  yield* fetchPieces(database, build, 'index')
  const columns = 'words, slow_parts'
  for await (const row of fetchReadings<{ words: Buffer; slow_parts: Buffer }>(database, stored, columns)) {
    yield { section: 'readings', bytes: row.words }
    yield { section: 'readings', bytes: row.slow_parts }
  }
  for (const section of ['words', 'statements', 'facts'] as const) yield* fetchPieces(database, build, section)
}

/** The hashes of the articles of a build, in order. */
export async function fetchHashes(database: Database, { build }: StoredBuild): Promise<readonly Buffer[]> {
  const rows = await database.query<{ hash: Buffer }>(`select hash from ${articlesTable(build)} order by at`)
  return rows.map(({ hash }) => hash)
}

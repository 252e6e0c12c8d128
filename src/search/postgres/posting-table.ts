import { type Queries, withRetry } from '../../database/database.ts'
import type { PostingBlock } from './posting-blocks.ts'

/** The number of bytes that are sent at once. */
const batchBytes = 4 << 20

/** The table of the postings of a build. */
export const postingsTable = (build: number): string => `postings_${build}`

/** Creates the table of a build. Its index is created after it is filled (`finishPostings`). */
export async function createPostings(queries: Queries, build: number): Promise<void> {
  const table = postingsTable(build)
  await queries.query(`create table ${table} (list integer not null, block integer not null, postings bytea not null)`)
  // Postings are packed already.
  await queries.query(`alter table ${table} alter column postings set storage external`)
}

/** Fills the table of a build. Returns the number of its blocks. */
export async function fillPostings(queries: Queries, build: number, blocks: Iterable<PostingBlock>): Promise<number> {
  let rows: PostingBlock[] = []
  let bytes = 0
  let count = 0
  const send = async () => {
    if (rows.length === 0) return
    await queries.query(
      `insert into ${postingsTable(build)} select * from unnest($1::integer[], $2::integer[], $3::bytea[])`,
      [rows.map(({ list }) => list), rows.map(({ block }) => block), rows.map(({ postings }) => postings)],
    )
    count += rows.length
    rows = []
    bytes = 0
  }
  for (const block of blocks) {
    rows.push(block)
    bytes += block.postings.length + 16
    if (bytes >= batchBytes) await send()
  }
  await send()
  return count
}

/** Makes the table of a build ready for searches. */
export async function finishPostings(queries: Queries, build: number, role: string | null): Promise<void> {
  const table = postingsTable(build)
  await queries.query(`alter table ${table} add primary key (list, block)`)
  await queries.query(`analyze ${table}`)
  if (role !== null) await queries.query(`grant select on ${table} to ${role}`)
}

/** Blocks to fetch, each by its list and its number in it. */
export interface WantedBlocks {
  readonly lists: readonly number[]
  readonly blocks: readonly number[]
}

/** Fetches blocks of a build, those of a list in order. Missing ones contain no postings. */
export type FetchBlocks = (wanted: WantedBlocks) => Promise<readonly PostingBlock[]>

/** Reads the blocks of a build with one prepared statement. */
export function postingFetcher(queries: Queries, build: number): FetchBlocks {
  const sql = `select list, block, postings from unnest($1::integer[], $2::integer[]) as wanted (list, block)
    join ${postingsTable(build)} using (list, block) order by list, block`
  return ({ lists, blocks }) =>
    withRetry(() =>
      queries.query<{ list: number; block: number; postings: Buffer }>(sql, [lists, blocks], postingsTable(build)),
    )
}

import { answeringRole, type Database, type Queries } from '../../database/database.ts'
import { DatabaseError } from '../../database/database-error.ts'
import { createPostings, postingsTable } from '../../search/postgres/posting-table.ts'
import { collection } from './collection.ts'

// The tables of one build, besides its postings: `articles_N` lists the readings of its articles in order, `pieces_N` contains what is stored
// of all articles together.

export const articlesTable = (build: number): string => `articles_${build}`
export const piecesTable = (build: number): string => `pieces_${build}`

/** Creates the tables of a build. */
export async function createBuildTables(queries: Queries, build: number): Promise<void> {
  await queries.query(`create table ${articlesTable(build)} (at integer primary key, hash bytea not null)`)
  await queries.query(
    `create table ${piecesTable(build)} (section text not null, at integer not null, bytes bytea not null, primary key (section, at))`,
  )
  await createPostings(queries, build)
}

/** The answering role, if the database has it. */
export async function roleOf(queries: Queries): Promise<string | null> {
  const rows = await queries.query(`select from pg_roles where rolname = '${answeringRole}'`)
  return rows.length === 0 ? null : answeringRole
}

/**
 * Drops the builds that are neither the current one nor the one before it: older ones, and those that a process began and did not finish.
 * The lock of the reindex must be held. A table that is still being read is dropped next time.
 */
export async function dropUnusedBuilds(database: Database): Promise<void> {
  const rows = await database.query<{ build: string }>(
    `select build from builds where collection = $1 and not exists (
      select from library where library.collection = $1 and builds.build in (library.build, library.previous_build))`,
    [collection],
  )
  for (const { build } of rows) {
    try {
      await database.transaction(async (queries) => {
        // A drop that waits for a reader blocks later readers, so it gives up.
        await queries.query(`set local lock_timeout = '1s'`)
        for (const tableOf of [postingsTable, piecesTable, articlesTable])
          await queries.query(`drop table if exists ${tableOf(Number(build))}`)
        await queries.query('delete from builds where build = $1', [build])
      })
    } catch (error) {
      // 55P03: the lock was not available in time.
      if (!(error instanceof DatabaseError && error.code === '55P03')) throw error
    }
  }
}

/** Deletes the readings of articles that neither the current build nor the one before it contains. */
export async function dropUnusedReadings(database: Database): Promise<void> {
  const kept = await database.query<{ build: string }>(
    `select unnest(array[build, previous_build]) as build from library where collection = $1`,
    [collection],
  )
  const tables = kept.filter(({ build }) => build !== null).map(({ build }) => articlesTable(Number(build)))
  const isUsed = tables.map((table) => `exists (select from ${table} where hash = readings.hash)`)
  if (isUsed.length === 0) return
  await database.query(`delete from readings where collection = $1 and not (${isUsed.join(' or ')})`, [collection])
}

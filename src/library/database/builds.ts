import type { Queries } from '../../database/database.ts'
import type { CurrentRecord } from '../snapshot/store.ts'
import { collection } from './collection.ts'
import type { StoredBuild } from './fetch-build.ts'

/** A complete build, and the program and the Node.js that wrote it. */
export interface Build extends StoredBuild {
  readonly program: string
  readonly node: string
}

/** The newest complete build of a generation, or null. */
export async function findBuild(queries: Queries, generation: string): Promise<Build | null> {
  const [row] = await queries.query<{
    build: string
    fingerprint: string
    program: string
    node: string
    articles: number
  }>(
    `select build, fingerprint, program, node, articles from builds
      where collection = $1 and generation = $2 and completed_at is not null order by build desc limit 1`,
    [collection, generation],
  )
  return row === undefined ? null : { ...row, build: Number(row.build) }
}

/** The number of the current build, or null. */
export async function currentBuild(queries: Queries): Promise<number | null> {
  const [row] = await queries.query<{ build: string }>('select build from library where collection = $1', [collection])
  return row === undefined ? null : Number(row.build)
}

/** The record of the current generation, or null. */
export async function readCurrent(queries: Queries): Promise<CurrentRecord | null> {
  const [row] = await queries.query<{
    generation: string
    previous: string | null
    indexed_at: Date
    indexed_by: string
  }>(
    `select own.generation, before.generation as previous, indexed_at, indexed_by
      from library join builds as own on own.build = library.build
      left join builds as before on before.build = library.previous_build
      where library.collection = $1`,
    [collection],
  )
  if (row === undefined) return null
  const { generation, previous, indexed_at, indexed_by } = row
  return { generation, previous, folder: '', at: indexed_at.toISOString(), by: indexed_by }
}

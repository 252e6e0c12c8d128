import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { programRoot } from '../program/program-root.ts'
import { answeringRole, type Database, type Queries, schema } from './database.ts'
import { DatabaseError } from './database-error.ts'
import { lockKey } from './locks.ts'

const folder = join(programRoot, 'migrations')
const migrationName = /^(\d{4})-[a-z-]+\.sql$/
/** PostgreSQL's number for version 15. */
const oldestServer = 150_000

interface Migration {
  readonly number: number
  readonly file: string
}

/** The numbered SQL files, in order. */
async function listMigrations(): Promise<readonly Migration[]> {
  const files = await readdir(folder)
  return files
    .flatMap((file): Migration[] => {
      const [, digits] = migrationName.exec(file) ?? []
      return digits === undefined ? [] : [{ number: Number(digits), file }]
    })
    .sort((a, b) => a.number - b.number)
}

/** Creates the answering role and lets it read. Fails without harm if the role of the URL may not create roles. */
async function createAnsweringRole(database: Database): Promise<void> {
  // Each part on its own: an operator may have created the role already. Another database of the server may be creating it now.
  const parts = [
    `create role ${answeringRole} nologin`,
    `grant ${answeringRole} to current_user`,
    `grant usage on schema ${schema} to ${answeringRole}`,
    `grant select on library, builds to ${answeringRole}`,
  ]
  for (const sql of parts) await database.query(sql).catch(ignoreRefused)
}

function ignoreRefused(error: unknown): void {
  if (!(error instanceof DatabaseError) || error.trouble !== 'refused') throw error
}

async function currentVersion(queries: Queries): Promise<number> {
  const [row] = await queries.query<{ version: number }>('select coalesce(max(version), 0) as version from migrations')
  return row?.version ?? 0
}

/** Whether the tables are those of the newest migration. Needs no right but to read. */
async function isUpToDate(database: Database, newest: number): Promise<boolean> {
  const [found] = await database.query<{ exists: boolean }>(
    `select to_regclass('${schema}.migrations') is not null as exists`,
  )
  if (found?.exists !== true) return false
  const version = await currentVersion(database)
  if (version <= newest) return version === newest
  throw new DatabaseError(
    'refused',
    `The tables in the database are those of a newer Verbatim (migration ${version}; this one knows ${newest}): update this process.`,
    null,
  )
}

/**
 * Brings the tables up to date, one process at a time. `database` has the role of the URL.
 * @throws DatabaseError if the server is too old, or the tables are newer than this program.
 */
export async function migrate(database: Database): Promise<void> {
  const migrations = await listMigrations()
  const newest = migrations.at(-1)?.number ?? 0
  if (await isUpToDate(database, newest)) return
  const [server] = await database.query<{ number: number }>(
    `select current_setting('server_version_num')::integer as number`,
  )
  if ((server?.number ?? 0) < oldestServer)
    throw new DatabaseError('refused', 'The database is too old: Verbatim needs PostgreSQL 15 or later.', null)
  await database.transaction(async (queries) => {
    await queries.query('select pg_advisory_xact_lock($1, $2)', lockKey('migration', ''))
    await queries.query(`create schema if not exists ${schema}`)
    await queries.query(
      'create table if not exists migrations (version integer primary key, at timestamptz not null default now())',
    )
    const done = await currentVersion(queries)
    for (const { number, file } of migrations.filter((one) => one.number > done)) {
      await queries.query(await readFile(join(folder, file), 'utf8'))
      await queries.query('insert into migrations (version) values ($1)', [number])
    }
  })
  await createAnsweringRole(database)
}

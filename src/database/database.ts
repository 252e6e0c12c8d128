import type { Client, ClientConfig, PoolClient, QueryResultRow } from 'pg'
import { once } from '../resources/once.ts'
import { DatabaseError, toDatabaseError } from './database-error.ts'

/** The schema of all tables. */
export const schema = 'verbatim'
/** The role of connections that answer: it may read what answers need, and nothing else. */
export const answeringRole = 'verbatim_answers'

/** A value of a parameter. */
export type Value = string | number | boolean | null | Uint8Array | readonly (string | number | Uint8Array)[]

/** Runs statements. */
export interface Queries {
  /**
   * Runs a statement with parameters, and returns the rows. A named statement is prepared once per connection.
   * @throws DatabaseError
   */
  query<Row extends QueryResultRow = QueryResultRow>(
    sql: string,
    values?: readonly Value[],
    name?: string,
  ): Promise<readonly Row[]>
}

/** A dedicated connection, which can hold locks and receive notifications. */
export interface Session extends Queries {
  /** Resolves when the connection has ended, for any reason. */
  readonly ended: Promise<void>
  onNotification(listener: (channel: string) => void): void
  close(): Promise<void>
}

export interface Database extends Queries {
  /** Does work in a transaction, which is rolled back if it throws. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>
  session(): Promise<Session>
  /** Ends all connections of the pool. */
  close(): Promise<void>
}

export interface DatabaseOptions {
  readonly url: string
  /**
   * `answers`: read-only connections with the answering role and a statement timeout of two seconds. `owner`: connections with the role of the
   * URL, without limits.
   */
  readonly use: 'answers' | 'owner'
  /** The maximum number of connections. Default 4. */
  readonly connections?: number
  /** Called with a sentence about a problem. */
  readonly onTrouble?: ((sentence: string) => void) | undefined
}

/** How long to wait for a connection, in milliseconds. */
const connectMs = 5000
/** While answering: how long a statement may take, and how long to wait for a connection and a reply in all. */
const statementMs = 2000
const answerMs = 2300
/** How long an idle connection stays open. */
const idleMs = 60_000

/** What every connection begins with. */
const prepare = `select set_config('search_path', '${schema}', false)`
/** What a connection that answers begins with. It switches to the answering role if that exists and is granted. */
const prepareAnswering = `${prepare}, set_config('statement_timeout', '${statementMs}', false),
  set_config('default_transaction_read_only', 'on', false),
  (select set_config('role', rolname, false) from pg_roles
    where rolname = '${answeringRole}' and pg_has_role(current_user, oid, 'member')) as role`

type Run = (config: { name?: string; text: string; values: Value[] }) => Promise<{ rows: unknown[] }>

/** The result of some work. Rejects if it does not come in time for an answer. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), answerMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

function queriesOn(run: Run): Queries {
  return {
    async query<Row extends QueryResultRow>(text: string, values: readonly Value[] = [], name?: string) {
      try {
        const { rows } = await run({ ...(name !== undefined && { name }), text, values: [...values] })
        // The type of a row is that of the statement, which is beside it in the code.
        return rows as Row[]
      } catch (error) {
        throw toDatabaseError(error)
      }
    },
  }
}

function queriesOf(client: Client | PoolClient): Queries {
  return queriesOn((config) => client.query(config))
}

/** Opens a database. It connects at first use, and loads the client's code then. */
export function openDatabase({ url, use, connections = 4, onTrouble = () => undefined }: DatabaseOptions): Database {
  const isAnswering = use === 'answers'
  const config: ClientConfig = {
    connectionString: url,
    application_name: 'verbatim',
    connectionTimeoutMillis: isAnswering ? answerMs : connectMs,
    keepAlive: true,
    ...(isAnswering && { query_timeout: answerMs }),
  }
  const warnOnce = once(() =>
    onTrouble(
      `The database has no role ${answeringRole} for answering, or does not grant it: answers are read with the role of DATABASE_URL (docs/scaling.md).`,
    ),
  )
  const load = once(async () => (await import('pg')).default)
  const pool = once(async () => {
    const { Pool } = await load()
    const own = new Pool({
      ...config,
      max: connections,
      idleTimeoutMillis: idleMs,
      allowExitOnIdle: true,
      async onConnect(client) {
        const { rows } = await client.query<{ role?: string | null }>(isAnswering ? prepareAnswering : prepare)
        if (rows[0]?.role === null) warnOnce()
      },
    })
    // The pool replaces a lost idle connection when it needs one.
    own.on('error', () => undefined)
    return own
  })

  const run: Run = async (statement) => (await pool()).query(statement)
  return {
    ...queriesOn(isAnswering ? (statement) => inTime(run(statement)) : run),

    async transaction(work) {
      let client: PoolClient
      try {
        client = await (await pool()).connect()
      } catch (error) {
        throw toDatabaseError(error)
      }
      // The pool does not handle errors of a connection that is in use.
      client.on('error', () => undefined)
      const queries = queriesOf(client)
      try {
        await queries.query('begin')
        const result = await work(queries)
        await queries.query('commit')
        client.release()
        return result
      } catch (error) {
        const isClean = await queries.query('rollback').then(
          () => true,
          () => false,
        )
        client.release(!isClean)
        throw error
      }
    },

    async session() {
      const { Client } = await load()
      const client = new Client(config)
      const ended = new Promise<void>((resolve) => client.once('end', () => resolve()))
      client.on('error', () => undefined)
      try {
        await client.connect()
        await client.query(prepare)
      } catch (error) {
        await client.end().catch(() => undefined)
        throw toDatabaseError(error)
      }
      return {
        ...queriesOf(client),
        ended,
        onNotification: (listener) => client.on('notification', ({ channel }) => listener(channel)),
        close: () => client.end(),
      }
    },

    async close() {
      await (await pool()).end()
    },
  }
}

/** Work that fails within this time, in milliseconds, is retried: there is still time for an answer. */
const maxRetriedMs = 150

/** Does read-only work, and retries it once if the connection turns out to be lost: the server may have restarted since the last query. */
export async function withRetry<T>(work: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.trouble !== 'unavailable') throw error
    if (performance.now() - begun > maxRetriedMs) throw error
    return work()
  }
}

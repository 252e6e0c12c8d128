import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { findBinaries } from './binaries.ts'

const run = promisify(execFile)

/** A PostgreSQL server of a test. */
export interface PostgresServer {
  /** Creates an empty database, and returns its URL. */
  createDatabase(): Promise<string>
  /** Kills the server with everything it is doing, as a power cut would. Absent for a server that tests did not start. */
  readonly kill?: () => Promise<void>
  /** Starts it again at the same address, with what it had stored. */
  readonly start?: () => Promise<void>
  /** Stops it and removes its files. */
  remove(): Promise<void>
}

export interface ServerOptions {
  /** Whether a kill of the machine may lose nothing. Default false: only the processes are killed, and this is faster. */
  readonly isDurable?: boolean
  /** More settings of the server, `name=value`. */
  readonly settings?: readonly string[]
}

/** The server refuses to run as root. */
const nobody = 65_534
const asRoot = process.getuid?.() === 0
const owner = asRoot ? { uid: nobody, gid: nobody } : {}
const user = 'verbatim_test'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('no free port')
  return address.port
}

/** Runs a statement on a server. */
async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

async function createDatabase(admin: string): Promise<string> {
  const name = `verbatim_${randomUUID().replaceAll('-', '')}`
  await execute(admin, `create database ${name}`)
  const url = new URL(admin)
  url.pathname = `/${name}`
  return url.href
}

async function waitUntilReady(url: string, server: ChildProcess, said: () => string): Promise<void> {
  for (;;) {
    try {
      return await execute(url, 'select 1')
    } catch (error) {
      if (server.exitCode !== null || server.signalCode !== null)
        throw new Error(`The server ended: ${said()}`, { cause: error })
      await delay(50)
    }
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

/** Starts a server of its own in a temporary folder. Returns null if `tests/postgres` is not installed. */
export async function startServer({
  isDurable = false,
  settings = [],
}: ServerOptions = {}): Promise<PostgresServer | null> {
  const binaries = findBinaries()
  if (binaries === null) return null
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-postgres-'))
  if (asRoot) await chown(folder, nobody, nobody)
  const data = join(folder, 'data')
  const password = randomUUID()
  const passwordFile = join(folder, 'password')
  await writeFile(passwordFile, password)
  if (asRoot) await chown(passwordFile, nobody, nobody)
  const init = ['-D', data, '-U', user, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--no-locale']
  await run(binaries.initdb, [...init, ...(isDurable ? [] : ['--no-sync'])], { ...owner, cwd: folder })
  const port = await freePort()
  const admin = `postgres://${user}:${password}@127.0.0.1:${port}/postgres`
  let server: ChildProcess
  const start = async () => {
    let said = ''
    const all = [
      `port=${port}`,
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=200',
      ...(isDurable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
      ...settings,
    ]
    const options = { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] as ['ignore', 'ignore', 'pipe'] }
    const child = spawn(binaries.postgres, ['-D', data, ...all.flatMap((one) => ['-c', one])], options)
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000)
    })
    server = child
    await waitUntilReady(admin, child, () => said)
  }
  const kill = async () => {
    // The postmaster's children notice at once that it is gone.
    server.kill('SIGKILL')
    await ended(server)
  }
  await start()
  return {
    createDatabase: () => createDatabase(admin),
    kill,
    start,
    async remove() {
      server.kill('SIGQUIT')
      await ended(server)
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
    },
  }
}

/** The server that `DATABASE_URL` names for the tests; null if it names none. */
function namedServer(): PostgresServer | null {
  const admin = process.env['DATABASE_URL']
  if (admin === undefined || admin === '') return null
  const created: string[] = []
  return {
    async createDatabase() {
      const url = await createDatabase(admin)
      created.push(new URL(url).pathname.slice(1))
      return url
    },
    async remove() {
      for (const name of created) await execute(admin, `drop database if exists ${name} with (force)`)
    },
  }
}

/** A server for tests: a new one if `tests/postgres` is installed, otherwise the one that `DATABASE_URL` names, otherwise null. */
export async function openServer(options?: ServerOptions): Promise<PostgresServer | null> {
  return (await startServer(options)) ?? namedServer()
}

/** Whether there is a server for tests. */
export function hasServer(): boolean {
  return findBinaries() !== null || (process.env['DATABASE_URL'] ?? '') !== ''
}

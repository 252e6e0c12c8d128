import { afterAll, beforeAll, describe } from 'vitest'
import { hasServer, openServer, type PostgresServer, type ServerOptions } from './server.ts'

/** The server of the tests of a suite. */
export interface ServerOfTests {
  /** A new, empty database, by its URL. */
  createDatabase(): Promise<string>
  /** The server itself, which a test may kill. */
  readonly server: PostgresServer
}

/**
 * Tests that need a PostgreSQL server of their own. They are skipped if there is none: `tests/postgres` is not installed, and `DATABASE_URL`
 * names none.
 */
export function describeWithServer(name: string, tests: (own: ServerOfTests) => void, options?: ServerOptions): void {
  describe.skipIf(!hasServer())(name, () => {
    let server: PostgresServer | null = null
    const opened = (): PostgresServer => {
      if (server === null) throw new Error('there is no server')
      return server
    }
    beforeAll(async () => {
      server = await openServer(options)
    })
    afterAll(async () => {
      await server?.remove()
    })
    tests({
      get server() {
        return opened()
      },
      createDatabase: () => opened().createDatabase(),
    })
  })
}

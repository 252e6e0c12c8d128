import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type DatabaseStore, openDatabaseStore } from '../../src/library/database/database-store.ts'
import { type Library, type LibraryOptions, openLibrary } from '../../src/library/library.ts'
import { checkGeneration } from '../../src/service/self-check.ts'
import type { WorkerService, WorkerServiceOptions } from '../../src/service/worker-service.ts'
import { fingerprint, openRemoteAt, type Place, version } from '../library/place.ts'
import { reading } from '../program.ts'

/** A library in a database, as one process of several has it. */
export interface SharedLibrary {
  readonly library: Library
  readonly store: DatabaseStore
}

/** A data folder of its own, as on another machine. */
async function otherDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-process-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  return dataDir
}

/** Opens a library in a database as a process on another machine does. */
export async function openShared(
  url: string,
  { folder }: Pick<Place, 'folder'>,
  more: Partial<LibraryOptions> & { readonly fingerprint?: string } = {},
): Promise<SharedLibrary> {
  const { fingerprint: own = fingerprint, ...options } = more
  const store = openDatabaseStore({ url, dataDir: await otherDataDir(), fingerprint: own, program: version })
  onTestFinished(() => store.close())
  const library = await openLibrary({ folder, version, store, check: checkGeneration, reading, ...options })
  return { library, store }
}

/** Opens a service in a worker on a database, as a bot on another machine does. */
export async function openSharedRemote(
  url: string,
  { folder }: Pick<Place, 'folder'>,
  more: Partial<WorkerServiceOptions> = {},
): Promise<WorkerService> {
  const remote = await openRemoteAt({ folder, dataDir: await otherDataDir() }, { databaseUrl: url, ...more })
  onTestFinished(() => remote.stop())
  return remote
}

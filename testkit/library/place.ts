import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Library, type LibraryOptions, openLibrary } from '../../src/library/library.ts'
import { programFingerprint } from '../../src/library/program-fingerprint.ts'
import { openStore } from '../../src/library/snapshot/store.ts'
import { checkGeneration } from '../../src/service/self-check.ts'
import { openWorkerService, type WorkerService, type WorkerServiceOptions } from '../../src/service/worker-service.ts'
import { reading, worker } from '../program.ts'

// What the tests of this folder and `npm run torture` have in common knows no test runner.

/** A folder of articles and a data folder. */
export interface Place {
  readonly folder: string
  readonly dataDir: string
}

/** Texts of articles by file name. */
export type Files = Readonly<Record<string, string>>

/** The version that tests read articles as. */
export const version = 'test'
export const fingerprint = programFingerprint('test')

/** Writes articles into a folder. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
}

/** An empty data folder, and a folder with the articles given. */
export async function openPlace(files: Files): Promise<Place & { readonly remove: () => Promise<void> }> {
  const where = await mkdtemp(join(tmpdir(), 'verbatim-library-'))
  const place = { folder: join(where, 'articles'), dataDir: join(where, 'data') }
  await mkdir(place.folder)
  await writeFiles(place.folder, files)
  return { ...place, remove: () => rm(where, { recursive: true, force: true }) }
}

/** Does something with a place, which is removed afterwards. */
export async function inPlace<T>(files: Files, work: (place: Place) => Promise<T>): Promise<T> {
  const { remove, ...place } = await openPlace(files)
  try {
    return await work(place)
  } finally {
    await remove()
  }
}

/** The library of a place, with what it keeps in the data folder. */
export function openAt({ folder, dataDir }: Place, more: Partial<LibraryOptions> = {}): Promise<Library> {
  return openLibrary({
    folder,
    version,
    store: openStore(dataDir, fingerprint),
    check: checkGeneration,
    reading,
    ...more,
  })
}

/** The service of a place that a worker serves, as for Discord. */
export function openRemoteAt(place: Place, more: Partial<WorkerServiceOptions> = {}): Promise<WorkerService> {
  const silent = { onTrouble: () => undefined, onSwitch: () => undefined }
  return openWorkerService({ ...place, file: worker, version, fingerprint, reading, ...silent, ...more })
}

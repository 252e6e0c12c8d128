import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { Place } from '../library/place.ts'
import { scriptOf } from '../program.ts'

const run = promisify(execFile)

const lineSchema = z.object({
  /** The error of the reindex on the full disk; null where there was room enough. */
  error: z.string().nullable(),
  before: z.string(),
  served: z.string(),
  kept: z.string(),
  troubles: z.array(z.string()),
  /** What came of the next reindex, with room; and what was kept then. */
  again: z.string(),
  after: z.string(),
})

/** What came of a reindex on a full disk. */
export type FullDisk = z.infer<typeof lineSchema>

// A mount in a namespace of its own is gone with the process, and needs no rights where the system gives such namespaces to everyone.
const ownMounts = ['--user', '--map-root-user', '--mount']

/** Why no small disk can be mounted here, or null where one can. */
export async function whyNoDisk(): Promise<string | null> {
  if (process.platform !== 'linux') return 'only Linux mounts a disk for one process'
  return run('unshare', [...ownMounts, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).then(
    () => null,
    (error: unknown) =>
      `no disk may be mounted here (${error instanceof Error ? error.message.trim() : String(error)})`,
  )
}

/** Reindexes a place whose data folder lies on a disk that is full up to `room` bytes. */
export async function reindexOnFullDisk(
  { folder, dataDir }: Place,
  room: number,
  keeps: 'carefully' | 'in place' = 'carefully',
): Promise<FullDisk> {
  const child = [process.execPath, scriptOf('full-disk-child.mjs'), folder, join(dataDir, 'disk'), String(room), keeps]
  const { stdout } = await run('unshare', [...ownMounts, ...child])
  return lineSchema.parse(JSON.parse(stdout))
}

const sentence = /^LibraryError: [^.]*the disk is full, ENOSPC[^.]*\.$/

/** What is wrong with the outcome, or null. */
export function fullDiskProblem({ error, before, served, kept, troubles, again, after }: FullDisk): string | null {
  if (error !== null && !sentence.test(error)) return 'not reported in one clear sentence'
  if (error !== null && served !== before) return 'does not serve the old generation'
  if (troubles.length > 0 || kept !== served) return 'does not keep what it serves'
  return again === after ? null : 'does not work again with room'
}

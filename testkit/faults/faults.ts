import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { Place } from '../library/place.ts'
import { scriptOf } from '../program.ts'

const lineSchema = z.object({
  code: z.string(),
  at: z.number(),
  /** The call that failed; null where there were fewer. */
  failed: z.string().nullable(),
  outcome: z.string(),
  before: z.string(),
  expected: z.string(),
  served: z.string(),
  kept: z.string(),
  again: z.string(),
  troubles: z.array(z.string()),
})

/** What became of a reindex in which one call of the file system failed. */
export type FaultLine = z.infer<typeof lineSchema>

/** The ways in which a call is made to fail. */
export const faultCodes = ['ENOSPC', 'EIO', 'EROFS', 'EMFILE', 'EACCES'] as const

interface FaultOptions {
  /** How many calls to go on by from one that fails to the next; default 1, all of them. */
  readonly stride?: number
  /** How it keeps what it has indexed; default "carefully". */
  readonly keeps?: 'carefully' | 'without a word'
}

/** Reindexes with one call of the file system after another failing, in each of the ways. */
export async function reindexWithFaults(
  { folder, dataDir }: Place,
  codes: readonly string[],
  { stride = 1, keeps = 'carefully' }: FaultOptions = {},
): Promise<readonly FaultLine[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [scriptOf('fs-faults.mjs'), folder, dataDir, codes.join(','), String(stride), keeps],
    { maxBuffer: 64 * 1024 * 1024 },
  )
  return stdout
    .trim()
    .split('\n')
    .map((line) => lineSchema.parse(JSON.parse(line)))
}

const sentences = /^(?:LibraryError|CorpusError): .+\.$/

/** What is wrong with an outcome, or null. */
export function faultProblem({
  failed,
  outcome,
  before,
  expected,
  served,
  kept,
  again,
  troubles,
}: FaultLine): string | null {
  if (outcome !== 'done' && !sentences.test(outcome)) return 'not reported in a sentence'
  if (outcome !== 'done' && served !== before) return 'failed, and does not serve the old generation'
  if (outcome === 'done' && served !== expected) return 'done, and does not serve the new generation'
  if (failed === null && outcome !== 'done') return 'failed without a fault'
  if (troubles.length > 0 || (kept !== before && kept !== expected)) return 'keeps neither generation'
  return again === expected ? null : 'does not work again afterwards'
}

import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { Place } from './articles.ts'
import { program } from './child.ts'

const script = fileURLToPath(new URL('./fs-faults.mjs', import.meta.url))

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

/** Reindexes with each call of the file system failing in its turn, every `stride`th of them. */
export async function reindexWithFaults({ folder, dataDir }: Place, codes: readonly string[], stride: number) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [script, program, folder, dataDir, codes.join(','), String(stride)],
    { maxBuffer: 64 * 1024 * 1024 },
  )
  return stdout
    .trim()
    .split('\n')
    .map((line) => lineSchema.parse(JSON.parse(line)))
}

const sentences = /^(?:LibraryError|CorpusError): .+\.$/

/** What is wrong with an outcome, or null. */
export function faultProblem({ failed, outcome, before, expected, served, kept, again }: FaultLine): string | null {
  if (outcome !== 'done' && !sentences.test(outcome)) return 'not told in a sentence'
  if (outcome !== 'done' && served !== before) return 'failed, and does not serve the old generation'
  if (outcome === 'done' && served !== expected) return 'done, and does not serve the new generation'
  if (failed === null && outcome !== 'done') return 'failed without a fault'
  if (kept !== before && kept !== expected) return 'keeps neither generation'
  return again === expected ? null : 'does not work again afterwards'
}

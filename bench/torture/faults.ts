import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { inPlace, madeUp, program, root } from './places.ts'

const lineSchema = z.object({
  failed: z.string().nullable(),
  outcome: z.string(),
  before: z.string(),
  expected: z.string(),
  served: z.string(),
  kept: z.string(),
  again: z.string(),
})

/** What came of reindexes in which one call of the file system failed. */
export interface Faults {
  readonly planted: number
  readonly told: number
  readonly wrong: number
}

/** Every call of a reindex made to fail once, with each code. */
export async function faults(codes: readonly string[]): Promise<Faults> {
  return inPlace(madeUp(3, 4), async ({ folder, dataDir }) => {
    const script = join(root, 'tests/library/fs-faults.mjs')
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [script, program, folder, dataDir, codes.join(',')],
      {
        maxBuffer: 64 * 1024 * 1024,
      },
    )
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => lineSchema.parse(JSON.parse(line)))
      .filter(({ failed }) => failed !== null)
    const isDone = (line: (typeof lines)[number]) => line.outcome === 'done'
    const isRight = ({ outcome, before, expected, served, kept, again }: (typeof lines)[number]) =>
      served === (outcome === 'done' ? expected : before) && [before, expected].includes(kept) && again === expected
    return {
      planted: lines.length,
      told: lines.filter((line) => !isDone(line)).length,
      wrong: lines.filter((line) => !isRight(line)).length,
    }
  })
}

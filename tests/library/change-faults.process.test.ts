import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { makePlace } from '../../testkit/library/make-place.ts'
import { stride } from '../../testkit/thorough.ts'

const script = fileURLToPath(new URL('../../testkit/faults/change-faults.mjs', import.meta.url))

const lineSchema = z.object({
  name: z.string(),
  code: z.string(),
  at: z.number(),
  /** The call that failed; null where there were fewer. */
  failed: z.string().nullable(),
  outcome: z.string(),
  /** Whether all is as it was before. */
  same: z.boolean(),
  /** Whether the articles that are served are those that there are. */
  isServed: z.boolean(),
})

const sentence = /^(?:LibraryError|CorpusError): .+\.$/

function problemOf({ outcome, failed, same, isServed }: z.infer<typeof lineSchema>): string | null {
  if (!isServed) return 'serves other articles than there are'
  if (outcome === 'done') return same ? 'done, and nothing is different' : null
  if (failed === null) return 'failed without a fault'
  if (!same) return 'failed, and something is different'
  return sentence.test(outcome) ? null : 'not reported in a sentence'
}

test('a change during which one file system call fails is made completely or not at all, and reported in a sentence', async () => {
  const place = await makePlace()
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [script, place.folder, place.dataDir, 'ENOSPC', String(stride(11))],
    {
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => lineSchema.parse(JSON.parse(line)))
  expect(lines.filter(({ failed }) => failed !== null).length).toBeGreaterThan(20)
  expect(
    lines.map((line) => ({ problem: problemOf(line), ...line })).filter(({ problem }) => problem !== null),
  ).toEqual([])
  expect(new Set(lines.map(({ name }) => name)).size).toBe(6)
})

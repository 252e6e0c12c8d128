import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fingerprint, type Place } from '../library/place.ts'
import { scriptOf } from '../program.ts'

/** How a child keeps what it has indexed; all but the first are ways that must not be. */
export type Keeps = 'carefully' | 'in place' | 'pointer first' | 'over the old one'

/**
 * Reindexes, with a change of the articles if one is given, in a process of its own that is killed at a step, before the call of the
 * file system of that number ("call 12"), or after so many milliseconds ("60").
 * @returns whether it was killed: it may be done before.
 * @throws Error with what it wrote when it ends in another way.
 */
export async function reindexAndDie(
  { folder, dataDir }: Place,
  when: string,
  change: { readonly does: string; readonly file: string; readonly text?: string } | null = null,
  keeps: Keeps = 'carefully',
): Promise<boolean> {
  const script = scriptOf('reindex-child.mjs')
  const child = spawn(process.execPath, [script, folder, dataDir, when, fingerprint, keeps, JSON.stringify(change)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [stderr] = await Promise.all([text(child.stderr), once(child, 'close')])
  if (child.signalCode === 'SIGKILL') return true
  if (child.exitCode === 0) return false
  throw new Error(`A reindex that was to be killed at ${when} ended with ${child.exitCode}: ${stderr}`)
}

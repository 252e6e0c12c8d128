import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { type Place, shape } from './place.ts'
import { program, scriptOf } from './program.ts'

export { program }

/** How a child keeps what it has indexed; all but the first are ways that must not be. */
export type Keeps = 'carefully' | 'in place' | 'pointer first' | 'over the old one'

/**
 * Reindexes, with a change of the articles if one is given, in a process of its own that is killed at a step, or after so many
 * milliseconds. @returns what ended it.
 */
export async function reindexAndDie(
  { folder, dataDir }: Place,
  when: string | number,
  change: { readonly does: string; readonly file: string; readonly text?: string } | null = null,
  keeps: Keeps = 'carefully',
): Promise<{ readonly signal: NodeJS.Signals | null; readonly stderr: string }> {
  const script = scriptOf('reindex-child.mjs')
  const child = spawn(
    process.execPath,
    [script, program, folder, dataDir, String(when), shape, keeps, JSON.stringify(change)],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const ended = new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (_, signal) => resolve(signal))
  })
  const [signal, stderr] = await Promise.all([ended, text(child.stderr)])
  return { signal, stderr }
}

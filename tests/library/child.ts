import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { type Place, shape } from './articles.ts'

const script = fileURLToPath(new URL('./reindex-child.mjs', import.meta.url))
/** The compiled program. */
export const program = fileURLToPath(new URL('../../dist/src', import.meta.url))

/**
 * Reindexes, with a change of the articles if one is given, in a process of its own that is killed at a step, or after so many
 * milliseconds. @returns what ended it.
 */
export async function reindexAndDie(
  { folder, dataDir }: Place,
  when: string | number,
  change?: { readonly does: string; readonly file: string; readonly text?: string },
): Promise<{ readonly signal: NodeJS.Signals | null; readonly stderr: string }> {
  const asked = change === undefined ? [] : [JSON.stringify(change)]
  const child = spawn(process.execPath, [script, program, folder, dataDir, String(when), shape, ...asked], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (_, signal) => resolve(signal))
  })
  const [signal, stderr] = await Promise.all([ended, text(child.stderr)])
  return { signal, stderr }
}

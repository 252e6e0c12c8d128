import { spawnSync } from 'node:child_process'
import { env, execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'

const figuresSchema = z.object({
  /** CPU time of all threads, in milliseconds. */
  cpuMs: z.number(),
  /** Resident memory at the end, in MiB. */
  residentMb: z.number(),
})

const atExit = fileURLToPath(new URL('./figures-at-exit.js', import.meta.url))

/** Runs Node to its end in a folder, with few variables, and returns its figures. @throws Error if it fails. */
export function measureProcess(
  args: readonly string[],
  folder: string,
  variables: Readonly<Record<string, string>>,
  input = '',
): z.infer<typeof figuresSchema> {
  const { status, output } = spawnSync(execPath, ['--import', atExit, ...args], {
    cwd: folder,
    env: { PATH: env['PATH'], ...variables },
    input,
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`)
  return figuresSchema.parse(JSON.parse(output[3] ?? ''))
}

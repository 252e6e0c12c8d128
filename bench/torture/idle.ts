import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

const idle = `
  const delay = require('node:perf_hooks').monitorEventLoopDelay({ resolution: 5 })
  setTimeout(() => { delay.enable(); process.stdout.write(' ') }, 100)
  process.stdin.resume().on('end', () => { process.stdout.write(String(Math.round(delay.max / 1e6))); process.exit() })
`

/**
 * Does something, and says in milliseconds how long a process that does nothing was held up meanwhile: what this machine, and
 * whatever else runs on it, takes from any process.
 */
export async function besideIdle<T>(work: () => Promise<T>): Promise<{ readonly done: T; readonly idle: number }> {
  const child = spawn(process.execPath, ['-e', idle], { stdio: ['pipe', 'pipe', 'inherit'] })
  try {
    const written = text(child.stdout)
    const done = await work()
    child.stdin.end()
    return { done, idle: Number(await written) }
  } finally {
    child.kill()
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
}

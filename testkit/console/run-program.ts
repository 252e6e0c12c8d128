import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { root } from '../program.ts'

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly args?: readonly string[]
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the program as a user does, in an empty working directory (so that no `.env` is read), to its end. */
export async function runProgram({ args = [], input = '', env = {} }: RunOptions): Promise<Run> {
  const cwd = await mkdtemp(join(tmpdir(), 'verbatim-run-'))
  try {
    const child = spawn(process.execPath, [root, ...args], { cwd, env: { PATH: process.env['PATH'] ?? '', ...env } })
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code) => resolve(code))
    })
    const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
    return { code, stdout, stderr }
  } finally {
    await rm(cwd, { recursive: true })
  }
}

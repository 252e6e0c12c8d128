import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { tempFolder } from '../../testkit/articles/temp-folder.ts'
import { root } from '../../testkit/program.ts'

const run = promisify(execFile)
const program = join(root, 'dist/preview/server/run.js')

/** What `npm run preview` does before it starts, besides building the program, which is done once for all tests. */
beforeAll(async () => {
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  await run(process.execPath, [compiler, '--build', 'preview'], { cwd: root })
  await run(process.execPath, ['dist/preview/build/page.js'], { cwd: root })
})

/** Starts the preview as a user does, with a folder of its own for temporary files. */
async function start(args: readonly string[]): Promise<{ readonly child: ChildProcess; readonly temporary: string }> {
  const temporary = await tempFolder()
  const child = spawn(process.execPath, [program, ...args], {
    cwd: temporary,
    env: { PATH: process.env['PATH'] ?? '', TMPDIR: temporary, TEMP: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, temporary }
}

/** What a process writes to standard error up to its end, and its exit code. */
async function endOf(child: ChildProcess): Promise<{ readonly errors: string; readonly code: number | null }> {
  const ended = once(child, 'close')
  const errors = child.stderr === null ? '' : await text(child.stderr)
  await ended
  return { errors, code: child.exitCode }
}

test('the preview prints its address, serves the page there, and leaves nothing behind when it is stopped', async () => {
  const { child, temporary } = await start(['--port', '0'])
  const ended = once(child, 'close')
  let output = ''
  child.stdout?.setEncoding('utf8')
  for await (const chunk of child.stdout ?? []) {
    output += chunk
    if (output.includes('Ctrl+C')) break
  }
  const address = new URL(output.match(/http:\S+/)?.[0] ?? '')
  expect(address.hostname).toBe('127.0.0.1')
  expect(address.hash).toMatch(/^#token=[\w-]{43}$/)
  const page = await fetch(`${address.origin}/`)
  expect(await page.text()).toContain('<preview-app>')
  const script = await fetch(`${address.origin}/page.js`)
  expect(script.headers.get('content-type')).toContain('javascript')
  expect((await fetch(`${address.origin}/events`)).status).toBe(401)
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(await readdir(temporary)).toEqual([])
})

test.for([['--port', 'a'], ['--port', '70000'], ['--colour']])(
  'unusable arguments (%s %s) are refused with a sentence and the usage',
  async (args) => {
    const { child } = await start(args)
    const { errors, code } = await endOf(child)
    expect(code).toBe(1)
    expect(errors).toContain(args[0])
    expect(errors).toContain('Usage: npm run preview')
  },
)

test('a port that is in use is refused with a sentence that says what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => void other.close())
  const address = other.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const { child, temporary } = await start(['--port', String(port)])
  const { errors, code } = await endOf(child)
  expect(code).toBe(1)
  expect(errors).toContain(`Port ${port} cannot be used. Choose another: npm run preview -- --port`)
  expect(await readdir(temporary)).toEqual([])
})

import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Builds the program once before any test, so that the tests can start it as a user does. */
export default function build(): void {
  const root = fileURLToPath(new URL('..', import.meta.url))
  execFileSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
}

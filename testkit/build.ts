import { execFileSync } from 'node:child_process'
import { root } from './program.ts'

/** Builds the program once before any test, so that the tests can start it as a user does. */
export default function build(): void {
  execFileSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
}

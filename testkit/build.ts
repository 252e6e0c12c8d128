import { execFileSync } from 'node:child_process'
import { hasServer } from './postgres/server.ts'
import { root } from './program.ts'

/** Builds the program before the tests of a project, so that the tests can start it as a user does, and says which tests are skipped. */
export default function build(): void {
  execFileSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (!hasServer())
    process.stdout.write(
      'Tests of PostgreSQL are skipped: npm ci --prefix tests/postgres installs a server for them.\n',
    )
}

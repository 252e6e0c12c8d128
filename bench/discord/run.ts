import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../../testkit/program.ts'

// Runs commands.bench.ts with vitest, which provides its bots and its Discord.

const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const { status } = spawnSync(process.execPath, [vitest, 'run', '--config', 'bench/discord/vitest.config.ts'], {
  cwd: root,
  stdio: 'inherit',
})
process.exitCode = status ?? 1

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Runs the measurement as the tests are run: it starts the same Discord on loopback. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['bench/discord/*.bench.ts'],
    globalSetup: ['testkit/build.ts'],
    testTimeout: 300_000,
    disableConsoleIntercept: true,
  },
})

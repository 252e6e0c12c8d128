import { defineConfig } from 'vitest/config'

// The continuous integration names a file for the runner's counts; a person reads them on the screen.
const results = process.env['TEST_RESULTS']
const minutes = 60_000
const globalSetup = ['testkit/build.ts']
/** Packages, those of the test server in tests/postgres too. */
const packages = '**/node_modules/**'
const processTests = 'tests/**/*.process.test.ts'

export default defineConfig({
  test: {
    // A limit is there to end a test that hangs, and never to judge how fast a machine is.
    testTimeout: 10 * minutes,
    hookTimeout: 10 * minutes,
    teardownTimeout: 10 * minutes,
    expect: { poll: { timeout: 3 * minutes } },
    // The files of a worker share its modules: loading discord.js and Discord's schema again takes longer than most tests.
    isolate: false,
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'unit', globalSetup, include: ['tests/**/*.test.ts'], exclude: [packages, processTests] },
      },
      // Those that start child processes, or many threads.
      { extends: true, test: { name: 'process', globalSetup, include: [processTests] } },
    ],
    ...(results && { reporters: ['default', ['json', { outputFile: results }]] }),
  },
})

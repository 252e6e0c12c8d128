import { defineConfig } from 'vitest/config'

// The continuous integration names a file for the runner's counts; a person reads them on the screen.
const results = process.env['TEST_RESULTS']

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/build.ts'],
    testTimeout: 30_000,
    // The files of a worker share its modules: loading discord.js and Discord's schema anew takes longer than most tests.
    isolate: false,
    ...(results && { reporters: ['default', ['json', { outputFile: results }]] }),
  },
})

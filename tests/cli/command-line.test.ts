import { describe, expect, test } from 'vitest'
import { parseCommandLine, UsageError } from '../../src/cli/command-line.ts'

test.for([
  [[], { task: 'run', json: false }],
  [['--json'], { task: 'run', json: true }],
  [['ask', 'who', 'said', 'it?'], { task: 'ask', line: 'who said it?', json: false }],
  [['ask', '/facts drones', '--json'], { task: 'ask', line: '/facts drones', json: true }],
  [['reindex'], { task: 'reindex', full: false, json: false }],
  [['--full', 'reindex', '--json'], { task: 'reindex', full: true, json: true }],
  [['export', 'quotations', '--json'], { task: 'export', exported: 'quotations' }],
  [['export', 'statements', '--json'], { task: 'export', exported: 'statements' }],
  [['register'], { task: 'register' }],
  [['serve', '--help'], { task: 'help' }],
  [['ask', '--version'], { task: 'version' }],
] as const)('%j is understood', ([args, commandLine]) => {
  expect(parseCommandLine(args)).toEqual(commandLine)
})

describe('a command line that cannot be understood is refused with what is wrong', () => {
  test.for([
    [['serve'], 'unknown task "serve"'],
    [['constructor'], 'unknown task "constructor"'],
    [['ask'], 'ask needs a question'],
    [['ask', ' '], 'ask needs a question'],
    [['reindex', 'full'], 'reindex takes no argument, but got "full"'],
    [['register', 'now', 'please'], 'register takes no argument, but got "now please"'],
    [['export', 'quotations'], 'export takes one of two forms'],
    [['export', 'facts', '--json'], 'export takes one of two forms'],
    [['--full'], '--full works only with reindex'],
    [['--nope'], '--nope'],
    [['--json=yes'], '--json'],
  ] as const)('%j', ([args, message]) => {
    expect(() => parseCommandLine(args)).toThrow(UsageError)
    expect(() => parseCommandLine(args)).toThrow(message)
  })
})

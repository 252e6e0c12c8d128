import { rm } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { makeFolder } from '../../testkit/articles/articles.ts'
import { runProgram } from '../../testkit/console/run-program.ts'

/** Control characters of C0 and C1, and characters that turn the direction of reading round, hide or part lines. */
const characters = '\u001b[31m \u0007 \u009b31m \u0085 \u202e \u2066 \u200f \u2028 \u{e0041}'
/** Those of them that stand within a line of an article. */
const inLine = '\u009b31m \u202e'
const unsafe = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

const filler = 'The ferries of the harbour sail every hour in summer, and every two hours in winter. '.repeat(12)
const files = {
  'harbour.txt': `“The harbour ${inLine} belongs to everyone,” Mayor Ines Okafor said on Tuesday.\n\n${filler}\n`,
  'title.md': `---\ntitle: "Ferries \\u009b31m \\u202e sail"\noutlet: "Times \\u202e"\n---\n\nThe council${characters} bought 14 ferries.\n\n${filler}\n`,
  [`bad-${'\u009b31m'}\u202e.txt`]: 'Its name alone is bad.\n',
}
const lines = [
  '/articles',
  '/articles harbour',
  '/quotes Okafor',
  '/who-said the harbour belongs to everyone',
  'How many ferries did the council buy?',
  `/no${characters}`,
  `/articles ${characters}`,
  characters,
].join('\n')

async function withFiles(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await makeFolder(files)
  try {
    await use(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe.concurrent('no terminal control character is written', () => {
  test.for([[], ['--json']])('to standard output or error if articles or input hold it: case %#', async (args) => {
    await withFiles(async (folder) => {
      const { stdout, stderr } = await runProgram({ args, input: lines, env: { ARTICLES_DIR: folder } })
      expect(stdout).toContain('belongs to everyone')
      expect(stdout).not.toMatch(unsafe)
      expect(stderr).toContain('not indexed: ')
      expect(stderr).not.toMatch(unsafe)
    })
  })

  test('while the values in JSON stay as they are', async () => {
    await withFiles(async (folder) => {
      const env = { ARTICLES_DIR: folder }
      const answer = await runProgram({ args: ['--json'], input: '/quotes Okafor\n', env })
      const { items } = JSON.parse(answer.stdout)
      expect(items[0].text).toContain(`harbour ${inLine} belongs`)
      const exported = await runProgram({ args: ['export', 'quotations', '--json'], env })
      expect(exported.stdout).not.toMatch(unsafe)
      expect(JSON.parse(exported.stdout.split('\n')[0] ?? '').text).toContain(`harbour ${inLine} belongs`)
    })
  })

  test.for([
    [[`no${characters}task`], {}, 2],
    [['reindex', `extra${characters}`], {}, 2],
    [[`--no${characters}`], {}, 2],
    [['ask', '/articles'], { ARTICLES_DIR: `/nowhere${characters}` }, 1],
  ] as const)('if it is in the command line or a setting: case %#', async ([args, env, code]) => {
    const run = await runProgram({ args, env })
    expect(run.code).toBe(code)
    expect(run.stderr).not.toMatch(unsafe)
    expect(run.stderr).toContain(String.raw`\u{9b}31m`)
  })
})

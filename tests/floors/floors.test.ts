import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A file with an import that its floor forbids: where it stands, and what it imports. */
const planted = [
  ['src/text/planted.ts', '../corpus/article.ts'],
  ['src/corpus/planted.ts', '../reading/read-sentences.ts'],
  ['src/reading/planted.ts', '../search/query.ts'],
  ['src/search/planted.ts', '../library/library.ts'],
  ['src/library/planted.ts', '../answers/answer.ts'],
  ['src/answers/planted.ts', '../../commands/reply.ts'],
  ['src/answers/planted-too.ts', 'discord.js'],
  ['src/answers/planted-index.ts', 'minisearch'],
  ['commands/planted.ts', '../src/console/render.ts'],
  ['commands/planted-too.ts', '../src/library/library.ts'],
  ['src/console/planted.ts', 'discord.js'],
  ['src/console/planted-too.ts', '../main.ts'],
  ['src/reading/planted-deep/far.ts', '../../answers/answer.ts'],
] as const

let copy = ''

function check(file: string): Promise<{ readonly failed: boolean; readonly output: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'lint', '--vcs-enabled=false', file],
      { cwd: copy },
      (error, stdout, stderr) => resolve({ failed: error !== null, output: stdout + stderr }),
    )
  })
}

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'verbatim-floors-'))
  for (const part of ['src', 'commands', 'biome.json', 'package.json'])
    await cp(join(root, part), join(copy, part), { recursive: true })
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
})

afterAll(() => rm(copy, { recursive: true }))

describe('the check of the floors', () => {
  test.each(planted)('fails where %s imports %s', async (file, imported) => {
    await mkdir(dirname(join(copy, file)), { recursive: true })
    await writeFile(join(copy, file), `export * from '${imported}'\n`)
    const { failed, output } = await check(file)
    expect(failed).toBe(true)
    expect(output).toContain('noRestrictedImports')
  })

  test('fails where two files import each other', async () => {
    await writeFile(join(copy, 'src/text/hen.ts'), "import { egg } from './egg.ts'\nexport const hen = () => egg\n")
    await writeFile(join(copy, 'src/text/egg.ts'), "import { hen } from './hen.ts'\nexport const egg = () => hen\n")
    const { failed, output } = await check('src/text/hen.ts')
    expect(failed).toBe(true)
    expect(output).toContain('noImportCycles')
  })
})

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listing, programs } from '../../bench/programs.ts'
import { importsOf } from '../../testkit/import-graph.ts'
import { root } from '../../testkit/program.ts'
import { readPages, readRepositoryFile, tableRows } from '../../testkit/repository/markdown.ts'

const scripts = Object.keys(programs)
const forms = Object.entries(programs).flatMap(([script, named]) =>
  Object.entries(named).map(([name, { form }]) => `npm run ${script} -- ${name} ${form}`.trimEnd()),
)

test('every name of a bench or a training leads to a module of its own', async () => {
  const { files } = importsOf('bench/programs.ts', await readRepositoryFile('bench/programs.ts'))
  expect(files).toHaveLength(forms.length)
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
})

test('bench/README.md documents every bench and training with its arguments, and no other', async () => {
  const rows = tableRows(await readRepositoryFile('bench/README.md'))
  const documented = rows.flatMap(([first = '']) => first.match(/^`(npm run (?:bench|train) -- [^`]+)`/)?.[1] ?? [])
  expect(documented).toEqual(forms)
})

test('every bench or training that a page names exists', async () => {
  const named = (await readPages()).flatMap((page) =>
    [...page.text.matchAll(/\bnpm run (bench|train) -- ([a-z][\w:]*)/g)].map(([, script = '', name = '']) => ({
      page: page.path,
      script,
      name,
    })),
  )
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter(({ script, name }) => !Object.hasOwn(programs[script] ?? {}, name))).toEqual([])
})

test.for(scripts)('npm run %s lists each name on one line', (script) => {
  const lines = listing(script).trimEnd().split('\n').slice(1)
  expect(lines.map((line) => line.trim().split(' ')[0])).toEqual(Object.keys(programs[script] ?? {}))
})

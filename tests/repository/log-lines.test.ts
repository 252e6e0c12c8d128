import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../testkit/program.ts'
import { readRepositoryFile, section, tableRows } from '../../testkit/repository/markdown.ts'

test('the program has every log line that the operations page explains', async () => {
  const page = section(await readRepositoryFile('docs/operations.md'), 'Logs')
  const lines = tableRows(page).flatMap(([first = '']) =>
    [...first.matchAll(/`([^`]+)`/g)].map(([, line = '']) => line),
  )
  const files = await readdir(join(root, 'src'), { recursive: true })
  const sources = files.filter((file) => file.endsWith('.ts')).map((file) => readRepositoryFile(join('src', file)))
  const code = (await Promise.all(sources)).join('\n')
  expect(lines.length).toBeGreaterThan(5)
  expect(lines.filter((line) => !code.includes(line.replaceAll('…', '').trim()))).toEqual([])
})

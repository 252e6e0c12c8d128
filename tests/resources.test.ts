import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readBytes, resourceNames } from '../src/resources.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const readme = readFileSync(`${root}resources/README.md`, 'utf8')
const [table = '', checksums = ''] = readme.split('## Checksums')

describe('resources/README.md', () => {
  test('has a row for every data file that the code reads, and for no other', () => {
    const rows = table.split('\n').flatMap((line) => line.match(/^\| `([^`]+)` \|(?: [^|]+ \|){4}$/)?.[1] ?? [])
    expect(rows.toSorted()).toEqual([...resourceNames].sort())
  })

  test('has the checksum of every data file ("npm run resources" updates it)', () => {
    const expected = resourceNames.map(
      (name) => `${createHash('sha256').update(readBytes(name)).digest('hex')}  ${name}`,
    )
    const written = checksums.split('\n').filter((line) => /^[0-9a-f]{64} {2}/.test(line))
    expect(written).toEqual(expected)
  })
})

describe('a clone of the repository', () => {
  test.skipIf(!existsSync(`${root}.git`))('holds every data file that the code reads, and no other', () => {
    const tracked = execFileSync('git', ['ls-files', '-z', 'resources'], { cwd: root, encoding: 'utf8' })
    const expected = ['README.md', ...resourceNames].map((name) => `resources/${name}`).sort()
    expect(tracked.split('\0').filter(Boolean).toSorted()).toEqual(expected)
  })
})

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import {
  readBytes,
  readModel,
  readText,
  readWordLists,
  resourceNames,
  resourcePath,
} from '../../src/resources/resources.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
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

type Resources = typeof import('../../src/resources/resources.ts')

const loadFrom = (folder: string): Promise<Resources> =>
  import(/* @vite-ignore */ pathToFileURL(join(folder, 'dist/src/resources/resources.js')).href)

describe('a data file', () => {
  test('is the same one for the sources and for the compiled program', async () => {
    const compiled = await loadFrom(root)
    expect(resourceNames.map(compiled.resourcePath)).toEqual(resourceNames.map(resourcePath))
    expect(resourceNames.map(resourcePath).filter((path) => !existsSync(path))).toEqual([])
  })

  test('that is missing is named, with what to do', async () => {
    const copy = await mkdtemp(join(tmpdir(), 'verbatim-resources-'))
    try {
      await writeFile(join(copy, 'package.json'), '{ "type": "module" }')
      for (const part of [
        'src/resources/resources.ts',
        'src/program/program-root.ts',
        'dist/src/resources/resources.js',
        'dist/src/resources/resources.js.map',
        'dist/src/program/program-root.js',
        'dist/src/program/program-root.js.map',
      ])
        await cp(join(root, part), join(copy, part))
      const { readBytes: read } = await loadFrom(copy)
      const path = join(copy, 'resources/glove/word-vectors.bin')
      expect(() => read('glove/word-vectors.bin')).toThrow(
        `${path} cannot be read (ENOENT). Reinstall the program with all files of its folder "resources".`,
      )
    } finally {
      await rm(copy, { recursive: true })
    }
  })

  test('starts with comments that are not part of its text', () => {
    const whole = readBytes('wordnet/antonyms.tsv').toString('utf8')
    const text = readText('wordnet/antonyms.tsv')
    expect(whole.endsWith(text)).toBe(true)
    expect(whole.slice(0, -text.length)).toMatch(/^(?:# .*\n)+$/)
    expect(text).toMatch(/^[a-z]+\t[a-z ]+\n/)
  })

  test('of a model that was trained on other features is refused', () => {
    expect(() => readModel('models/quotations/words.tsv', 0)).toThrow(
      /words\.tsv was trained on other features: retrain it/,
    )
  })

  test('of word lists is refused if it has a kind that is not used', () => {
    expect(() => readWordLists('lexicons/quotations/first-names.tsv', ['female'])).toThrow(
      /first-names\.tsv has words of an unknown kind, "male"/,
    )
  })
})

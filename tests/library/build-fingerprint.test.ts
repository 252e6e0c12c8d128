import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { resourceNames } from '../../src/resources/resources.ts'
import { program, root } from '../../testkit/program.ts'

type BuildFingerprint = typeof import('../../src/library/build-fingerprint.ts')

const loadFrom = (compiled: string): Promise<BuildFingerprint> =>
  import(/* @vite-ignore */ pathToFileURL(join(compiled, 'library/build-fingerprint.js')).href)

// The sources are there for the source maps.
const parts = ['src', 'dist/src', 'dist/.tsbuildinfo', 'resources', 'package.json']

/** The folders whose code shapes what a generation holds. */
const shapingFolders = [
  'program',
  'log',
  'messages',
  'resources',
  'database',
  'language',
  'corpus',
  'reading',
  'search',
  'library',
]

/** A copy of the compiled program, to change files in. */
let copy = ''
let built: BuildFingerprint
const inCopy = (file: string) => join(copy, file)

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'verbatim-fingerprint-'))
  for (const part of parts) await cp(join(root, part), inCopy(part), { recursive: true })
  built = await loadFrom(inCopy('dist/src'))
})

afterAll(() => rm(copy, { recursive: true }))

/** Whether the fingerprint is another after a line was added to a file of the copy. */
async function changesWith(file: string): Promise<boolean> {
  const before = built.computeFingerprint()
  await appendFile(inCopy(file), '\n')
  return built.computeFingerprint() !== before
}

describe('the fingerprint', () => {
  test.for([
    'dist/src/language/vocabulary/verbs.js',
    'dist/src/corpus/article/article.js',
    'dist/src/reading/facts/fact.js',
    'dist/src/search/query/query.js',
    'dist/src/library/generation/generation.js',
    'dist/src/resources/once.js',
    'dist/src/resources/resources.js',
    'resources/lexicons/language/countries.tsv',
    'resources/wordnet/antonyms.tsv',
    'resources/glove/word-vectors.bin',
    'resources/models/quotations/speakers.tsv',
  ])('changes with %s, on which it depends what a generation holds', async (file) => {
    expect(await changesWith(file)).toBe(true)
  })

  test.for([
    'dist/src/answers/answer/answer.js',
    'dist/src/language/vocabulary/verbs.d.ts',
    'resources/lexicons/answers/verb-classes.txt',
    'resources/models/answers/rank-weights.tsv',
    'resources/README.md',
  ])('does not change with %s', async (file) => {
    expect(await changesWith(file)).toBe(false)
  })

  test('covers all code that those folders import and all data that it reads', async () => {
    const leftOut = resourceNames.filter((name) => !built.shapingResources.includes(name))
    expect(leftOut.length).toBeGreaterThan(0)
    const imported = new Set<string>()
    for (const folder of shapingFolders) {
      const files = await readdir(join(root, 'src', folder), { recursive: true, withFileTypes: true })
      for (const { parentPath, name } of files.filter((file) => file.isFile())) {
        const text = await readFile(join(parentPath, name), 'utf8')
        // `resources.ts` lists every name; it reads none by itself.
        if (name !== 'resources.ts') expect(leftOut.filter((resource) => text.includes(resource))).toEqual([])
        for (const [, path = ''] of text.matchAll(/(?:from|import) ?\(?'(\.[^']+)'/g))
          imported.add(relative(join(root, 'src'), join(parentPath, path)))
      }
    }
    const folders = new Set([...imported].filter((file) => file.includes(sep)).map((file) => file.split(sep)[0] ?? ''))
    expect([...folders].filter((folder) => !shapingFolders.includes(folder))).toEqual([])
  })

  test('changes when a code file is added', async () => {
    const before = built.computeFingerprint()
    await mkdir(inCopy('dist/src/reading/added'))
    await writeFile(inCopy('dist/src/reading/added/file.js'), '')
    expect(built.computeFingerprint()).not.toBe(before)
  })
})

describe('the fingerprint that a build stores', () => {
  const left = 'of the build'

  // Another in the place of the right one shows when it is taken.
  beforeEach(async () => {
    built.writeBuildFingerprint()
    const file = inCopy('dist/build-fingerprint.txt')
    const [, ...state] = (await readFile(file, 'utf8')).split('\n')
    await writeFile(file, [left, ...state].join('\n'))
    expect(built.builtFingerprint()).toBe(left)
  })

  test.for(['dist/.tsbuildinfo', 'resources/wordnet/antonyms.tsv', 'resources/models/quotations/words.tsv'])(
    'is invalid once %s has changed, until the next build',
    async (file) => {
      await appendFile(inCopy(file), '\n')
      expect(built.builtFingerprint()).toBeNull()
      built.writeBuildFingerprint()
      expect(built.builtFingerprint()).toBe(built.computeFingerprint())
    },
  )

  test('is invalid if a file has the same size but another time', async () => {
    await utimes(inCopy('resources/wordnet/antonyms.tsv'), 1, 1)
    expect(built.builtFingerprint()).toBeNull()
  })

  test('is invalid if a data file or the compiler’s record is missing', async () => {
    for (const file of ['resources/wordnet/verb-stems.tsv', 'dist/.tsbuildinfo']) {
      const content = await readFile(inCopy(file))
      await rm(inCopy(file))
      expect(built.builtFingerprint()).toBeNull()
      await writeFile(inCopy(file), content)
    }
  })

  test('is ignored if it is missing or cut off', async () => {
    const file = inCopy('dist/build-fingerprint.txt')
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, 100))
    expect(built.builtFingerprint()).toBeNull()
    await rm(file)
    expect(built.builtFingerprint()).toBeNull()
  })

  test('is right after "npm run build", and absent for the sources themselves', async () => {
    const compiled = await loadFrom(program)
    expect(compiled.builtFingerprint()).toBe(compiled.computeFingerprint())
    const source = await import('../../src/library/build-fingerprint.ts')
    expect(source.builtFingerprint()).toBeNull()
    expect(source.computeFingerprint()).toMatch(/^[0-9a-f]{64}$/)
  })
})

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { anchors, codeSpans, readPages, readRepositoryFile, relativeLinks } from '../../testkit/repository/markdown.ts'

const exists = (path: string) => existsSync(fileURLToPath(new URL(path, new URL('../../', import.meta.url))))

/** Text that names a file or folder of the repository: it begins with a folder of it, or ends like a source file. */
const repositoryPath =
  /^(?:(?:\.ci|\.github|bench|commands|dist|docs|preview|resources|seeds|src|testkit|tests)\/|.*\.(?:ts|mjs)$)/

/** The source of a built file. A placeholder (`<name>`, `…`, `*`) names no file. */
function sourcePath(word: string): string | null {
  if (/[<…*]/.test(word) || !repositoryPath.test(word)) return null
  return word.replace(/^dist\/(.*)\.js$/, '$1.ts')
}

test('every relative link leads to a file, and to a heading of it', async () => {
  const pages = await readPages()
  const broken: string[] = []
  for (const page of pages) {
    for (const { path, anchor } of relativeLinks(page)) {
      const found = exists(path) && (anchor === '' || anchors(await readRepositoryFile(path)).includes(anchor))
      if (!found) broken.push(`${page.path}: ${path}${anchor && `#${anchor}`}`)
    }
  }
  expect(pages.length).toBeGreaterThan(20)
  expect(broken).toEqual([])
})

test('every path of the repository that a page names exists', async () => {
  const named = (await readPages()).flatMap((page) =>
    codeSpans(page)
      .flatMap((code) => code.split(/\s+/))
      .map((word) => ({ page: page.path, path: sourcePath(word) })),
  )
  const missing = named.flatMap(({ page, path }) => (path === null || exists(path) ? [] : [`${page}: ${path}`]))
  expect(named.filter(({ path }) => path !== null).length).toBeGreaterThan(20)
  expect(missing).toEqual([])
})

test('every npm script that a page names exists', async () => {
  const { scripts } = JSON.parse(await readRepositoryFile('package.json')) as { scripts: Record<string, string> }
  const named = (await readPages()).flatMap(({ path, text }) =>
    [...text.matchAll(/\bnpm run (?:-s )?([\w:]+)/g)].map(([, script = '']) => ({ path, script })),
  )
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter(({ script }) => !(script in scripts))).toEqual([])
})

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { anchors, readPages, readRepositoryFile, relativeLinks } from '../../testkit/repository/markdown.ts'

const exists = (path: string) => existsSync(fileURLToPath(new URL(path, new URL('../../', import.meta.url))))

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

test('every npm script that a page names exists', async () => {
  const { scripts } = JSON.parse(await readRepositoryFile('package.json')) as { scripts: Record<string, string> }
  const named = (await readPages()).flatMap(({ path, text }) =>
    [...text.matchAll(/\bnpm run (?:-s )?([\w:]+)/g)].map(([, script = '']) => ({ path, script })),
  )
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter(({ script }) => !(script in scripts))).toEqual([])
})
